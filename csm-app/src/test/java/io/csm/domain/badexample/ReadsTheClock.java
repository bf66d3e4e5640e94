package io.csm.domain.badexample;

import java.time.Instant;

public final class ReadsTheClock {
    Instant now() {
        return Instant.now();
    }
}
