package io.csm.application.narrative.port;

import io.csm.application.access.TenantId;
import io.csm.application.narrative.ModelAnswer;
import io.csm.domain.account.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What language models answered, for audit and for the limits of a day; append-only. It keeps an answer whether or not
 * its account is known.
 */
public interface ModelJournal {

    /** Sums of a time. */
    record Spent(long answers, long tokens, BigDecimal cost) {}

    void append(TenantId tenant, ModelAnswer answer);

    /** What was spent from that instant on. */
    Spent spentSince(TenantId tenant, Instant from);

    /** At most that many answers about the account, the latest first. */
    List<ModelAnswer> listLatest(TenantId tenant, AccountId account, int limit);
}
