package io.csm.application.qbr;

import io.csm.domain.account.AccountId;
import java.util.List;

/**
 * What a round of reviews came to.
 *
 * @param prepared accounts with a new review
 * @param there accounts whose review was there already
 * @param failed accounts without one, and why
 */
public record Prepared(List<AccountId> prepared, int there, List<Failed> failed) {

    /** An account of which no review could be prepared. */
    public record Failed(AccountId account, String why) {}

    public Prepared {
        prepared = List.copyOf(prepared);
        failed = List.copyOf(failed);
    }
}
