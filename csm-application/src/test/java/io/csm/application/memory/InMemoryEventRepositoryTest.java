package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.EventRepositoryContract;

class InMemoryEventRepositoryTest extends EventRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
