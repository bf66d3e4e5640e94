package io.csm.application.directory.port;

import io.csm.application.directory.DirectoryAccount;
import io.csm.application.directory.HealthRecord;
import io.csm.domain.account.AccountId;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.qbr.Qbr;
import java.util.Optional;

/**
 * What CSM writes into the workspace of the team. Writing the same thing twice leaves one page. A part that is switched
 * off answers with an empty page id and writes nothing.
 *
 * <p>Each call throws {@link DirectoryUnavailable} when the workspace does not answer and {@link DirectoryRefused} when it
 * says no.
 */
public interface RecordBook {

    /** Writes score, colour and day of the scan onto the account's page. */
    void updateHealth(DirectoryAccount account, HealthRecord health);

    /** Adds a health record; the id of its page. */
    Optional<String> addHealthRecord(HealthRecord health);

    /** The latest health record of the account. */
    Optional<HealthRecord> latestHealthRecord(AccountId account);

    /** Writes the review, replacing the text of an earlier one for the same account, period and trigger. */
    Optional<String> saveQbr(Qbr qbr);

    /**
     * Writes the opportunity, once for its account, type and quarter; one that is not of low confidence is written over one
     * that is.
     */
    Optional<String> saveOpportunity(Opportunity opportunity, String accountName);
}
