package io.csm.application.memory;

import io.csm.application.CustomerSuccess;
import io.csm.application.contract.ChatThreadsContract;

class InMemoryChatThreadsTest extends ChatThreadsContract {

    @Override
    protected CustomerSuccess.Ports emptyPorts() {
        return new InMemoryPorts();
    }
}
