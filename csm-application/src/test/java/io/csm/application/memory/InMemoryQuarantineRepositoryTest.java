package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.QuarantineRepositoryContract;

class InMemoryQuarantineRepositoryTest extends QuarantineRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
