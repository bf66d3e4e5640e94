package io.csm.application.signal;

import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SignalOrigin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One value given for one signal of one account, such as the health that a technical account manager reports.
 *
 * @param account whose
 * @param signal the name of the signal, at most 200 characters
 * @param value as a file would hold it, at most 200 characters
 * @param origin where and when it was observed
 * @param receivedAt when CSM learned of it, which may be later; kept to the microsecond
 */
public record SignalValue(AccountId account, String signal, String value, SignalOrigin origin, Instant receivedAt) {

    private static final int LONGEST = 200;

    public SignalValue {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(origin, "origin");
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        refuseLong("signal", signal);
        refuseLong("value", value);
    }

    private static void refuseLong(String what, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a given " + what + " must have at most " + LONGEST + " characters but has " + text.length());
        }
    }
}
