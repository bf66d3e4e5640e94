package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.OddityFinderContract;

class InMemoryOddityFinderTest extends OddityFinderContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
