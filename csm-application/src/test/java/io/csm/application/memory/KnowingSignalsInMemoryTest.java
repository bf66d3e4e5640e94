package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.KnowingSignalsContract;

class KnowingSignalsInMemoryTest extends KnowingSignalsContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
