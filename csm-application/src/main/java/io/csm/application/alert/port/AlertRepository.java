package io.csm.application.alert.port;

import io.csm.application.access.TenantId;
import io.csm.domain.account.AccountId;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The alerts of a tenant. One that is raised waits to be announced until somebody says that it was, whatever becomes of
 * it meanwhile.
 */
public interface AlertRepository {

    /**
     * The latest alert of each type of each of these accounts, in any order: the one that was raised last. Inside a unit
     * of work, others who ask for the same accounts wait until it ends.
     */
    List<Alert> findLatest(TenantId tenant, Collection<AccountId> accounts);

    /**
     * Stores alerts that were just raised, with their words, replacing what was known of each; they wait to be announced.
     *
     * @throws io.csm.application.account.AccountNotFound when one is about an account that is not known; none is stored
     */
    void raise(TenantId tenant, Collection<Notice> raised);

    /** Stores the state of alerts that were raised before and are not raised now; one that is not known is left out. */
    void save(TenantId tenant, Collection<Alert> changed);

    Optional<Notice> find(TenantId tenant, String id);

    /**
     * At most that many alerts in one of these states, with their accounts: by severity, the worst first, then by annual
     * recurring revenue, the highest first and unknown last, then by account and id.
     */
    List<DigestLine> list(TenantId tenant, Set<AlertState> states, int limit);

    /** The alerts of the account, the one that was raised last first. */
    List<Notice> listOf(TenantId tenant, AccountId account, int limit);

    /**
     * Those in one of these states whose account has churned by that day, in any order, at most that many. One that is
     * marked as churned without a day has, unless a subscription of its that is no trial runs on that day.
     */
    List<Alert> listOfChurned(TenantId tenant, Set<AlertState> states, LocalDate day, int limit);

    /** Those that wait to be announced, in the order of {@link #list}, at most that many. */
    List<DigestLine> listWaiting(TenantId tenant, int limit);

    /**
     * Notes that these raises were announced then, one by one or in a digest; they wait no longer. Inside a unit of work,
     * others who note the same wait until it ends.
     *
     * @return the ids of those that were waiting, as a raise of that number; the others were announced or raised once more
     *     meanwhile and are left alone
     */
    Set<String> announced(TenantId tenant, Collection<Alert> alerts, boolean oneByOne, Instant at);

    /** How many alerts were announced one by one from that instant on; each counts once, with the last time. */
    int countAnnouncedOneByOne(TenantId tenant, Instant from);
}
