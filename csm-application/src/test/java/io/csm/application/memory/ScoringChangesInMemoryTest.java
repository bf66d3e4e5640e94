package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScoringChangesContract;

class ScoringChangesInMemoryTest extends ScoringChangesContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
