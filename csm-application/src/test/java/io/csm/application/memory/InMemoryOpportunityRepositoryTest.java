package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.OpportunityRepositoryContract;

class InMemoryOpportunityRepositoryTest extends OpportunityRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
