package io.csm.application.workspace;

import io.csm.application.access.Actor;
import io.csm.application.directory.DirectoryAccount;
import io.csm.application.directory.HealthRecord;
import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.RecordBook;
import io.csm.application.health.port.HealthScoreRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.health.HealthScore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes the latest score of every account onto its page in the workspace. The pages come with the list of accounts, so
 * that no page has to be looked for: one request for each hundred accounts of the list, and one for each page.
 */
public final class PublishHealth {

    private static final int BATCH = 100;

    private final AccountDirectory directory;
    private final RecordBook records;
    private final HealthScoreRepository scores;
    private final Clock clock;

    public PublishHealth(AccountDirectory directory, RecordBook records, HealthScoreRepository scores, Clock clock) {
        this.directory = directory;
        this.records = records;
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param published pages that carry their account's latest score now
     * @param withoutScore accounts of the directory that have no score here
     * @param refused pages that the workspace refused to change, with its words; the others were written
     */
    public record Published(int published, int withoutScore, List<String> refused) {

        public Published {
            refused = List.copyOf(refused);
        }
    }

    /**
     * Writes until all are written or it is told to stop, asked between batches.
     *
     * @throws io.csm.application.directory.port.DirectoryUnavailable when the workspace does not answer; what was written
     *     before stands
     */
    public Published publish(Actor actor, BooleanSupplier stopping) {
        Pass pass = new Pass(actor, stopping);
        directory.forEachAccount(pass::add);
        pass.write();
        return new Published(pass.published, pass.withoutScore, pass.refused);
    }

    private final class Pass {
        private final Actor actor;
        private final BooleanSupplier stopping;
        private final List<DirectoryAccount> batch = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private int published;
        private int withoutScore;

        Pass(Actor actor, BooleanSupplier stopping) {
            this.actor = actor;
            this.stopping = stopping;
        }

        void add(DirectoryAccount account) {
            batch.add(account);
            if (batch.size() == BATCH) {
                write();
            }
        }

        void write() {
            if (!stopping.getAsBoolean()) {
                Map<AccountId, AccountHealth> latest = scores.findLatest(
                        actor.tenant(),
                        batch.stream().map(DirectoryAccount::account).toList(),
                        clock.instant());
                batch.forEach(account -> write(account, Optional.ofNullable(latest.get(account.account()))));
            }
            batch.clear();
        }

        private void write(DirectoryAccount account, Optional<AccountHealth> health) {
            if (health.isEmpty()) {
                withoutScore++;
                return;
            }
            try {
                records.updateHealth(account, record(account, health.get()));
                published++;
            } catch (DirectoryRefused no) {
                refused.add(account.account() + ": " + no.getMessage());
            }
        }

        private HealthRecord record(DirectoryAccount account, AccountHealth health) {
            HealthScore score = health.score();
            return new HealthRecord(
                    account.account(),
                    account.name(),
                    score.value(),
                    score.rag(),
                    health.risk().code(),
                    score.scoredAt(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
    }
}
