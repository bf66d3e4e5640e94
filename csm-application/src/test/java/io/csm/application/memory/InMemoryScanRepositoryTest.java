package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScanRepositoryContract;

class InMemoryScanRepositoryTest extends ScanRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
