package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.AlertRepositoryContract;

class InMemoryAlertRepositoryTest extends AlertRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
