package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScorecardRepositoryContract;

class InMemoryScorecardRepositoryTest extends ScorecardRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
