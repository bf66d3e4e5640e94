package io.csm.application.alert;

import io.csm.application.shared.CsmException;

/** There is no such alert in the tenant. */
public final class AlertNotFound extends CsmException {

    public AlertNotFound(String id) {
        super("there is no alert " + id);
    }
}
