package io.csm.application.contract;

import io.csm.application.CustomerSuccess;
import org.junit.jupiter.api.BeforeEach;

/** What all contracts share: ports that hold nothing when a test begins. */
public abstract class PortsContract {

    private CustomerSuccess.Ports ports;

    /** Fresh ports, asked for once before each test. */
    protected abstract CustomerSuccess.Ports emptyPorts();

    @BeforeEach
    void askForEmptyPorts() {
        ports = emptyPorts();
    }

    protected final CustomerSuccess.Ports ports() {
        return ports;
    }
}
