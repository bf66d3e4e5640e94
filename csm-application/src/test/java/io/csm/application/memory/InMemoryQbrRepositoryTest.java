package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.QbrRepositoryContract;

class InMemoryQbrRepositoryTest extends QbrRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
