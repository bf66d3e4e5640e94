package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.HealthScoreRepositoryContract;

class InMemoryHealthScoreRepositoryTest extends HealthScoreRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
