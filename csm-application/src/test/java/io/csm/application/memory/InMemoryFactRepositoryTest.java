package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.FactRepositoryContract;

class InMemoryFactRepositoryTest extends FactRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
