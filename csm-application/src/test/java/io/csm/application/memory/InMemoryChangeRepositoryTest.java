package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ChangeRepositoryContract;

class InMemoryChangeRepositoryTest extends ChangeRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
