package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.AccountRepositoryContract;

class InMemoryAccountRepositoryTest extends AccountRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
