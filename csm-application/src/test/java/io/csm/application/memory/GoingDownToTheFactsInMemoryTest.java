package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.GoingDownToTheFactsContract;

class GoingDownToTheFactsInMemoryTest extends GoingDownToTheFactsContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
