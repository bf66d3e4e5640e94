package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ModelJournalContract;

class InMemoryModelJournalTest extends ModelJournalContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
