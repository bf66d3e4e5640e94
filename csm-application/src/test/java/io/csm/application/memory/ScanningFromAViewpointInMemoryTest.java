package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ScanningFromAViewpointContract;

class ScanningFromAViewpointInMemoryTest extends ScanningFromAViewpointContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
