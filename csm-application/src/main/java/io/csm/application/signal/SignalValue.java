package io.csm.application.signal;

import io.csm.domain.account.AccountId;
import io.csm.domain.signal.SignalOrigin;
import java.time.Instant;
import java.util.Objects;

/**
 * One value given for one signal of one account, such as the health that a technical account manager reports.
 *
 * @param account whose
 * @param signal the name of the signal
 * @param value as a file would hold it
 * @param origin where and when it was observed
 * @param receivedAt when CSM learned of it, which may be later
 */
public record SignalValue(AccountId account, String signal, String value, SignalOrigin origin, Instant receivedAt) {

    public SignalValue {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }
}
