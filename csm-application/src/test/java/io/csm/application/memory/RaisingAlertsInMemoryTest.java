package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.RaisingAlertsContract;

class RaisingAlertsInMemoryTest extends RaisingAlertsContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
