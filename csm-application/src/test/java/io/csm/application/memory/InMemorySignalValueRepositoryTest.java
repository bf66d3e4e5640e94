package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.SignalValueRepositoryContract;

class InMemorySignalValueRepositoryTest extends SignalValueRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
