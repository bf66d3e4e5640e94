package io.csm.domain.badexample;

import io.csm.application.access.TenantId;

public final class KnowsTheApplication {
    TenantId tenant = TenantId.DEFAULT;
}
