package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.TenancyContract;

class InMemoryTenancyTest extends TenancyContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
