package io.csm.application.health.port;

import io.csm.application.access.TenantId;
import io.csm.application.shared.CsmException;

/** Another scan of the same tenant is at work. */
public final class ScanIsRunning extends CsmException {

    public ScanIsRunning(TenantId tenant) {
        super("another scan of tenant " + tenant + " is running; wait for it to end or stop it");
    }
}
