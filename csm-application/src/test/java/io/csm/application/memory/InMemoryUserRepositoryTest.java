package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.UserRepositoryContract;

class InMemoryUserRepositoryTest extends UserRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
