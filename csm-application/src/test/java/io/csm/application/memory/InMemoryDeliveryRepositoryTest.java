package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.DeliveryRepositoryContract;

class InMemoryDeliveryRepositoryTest extends DeliveryRepositoryContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
