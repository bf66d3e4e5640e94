package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.PeerUsageRepositoryContract;

class InMemoryPeerUsageRepositoryTest extends PeerUsageRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
