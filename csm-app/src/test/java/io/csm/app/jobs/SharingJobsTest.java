package io.csm.app.jobs;

import static io.csm.domain.signal.StandardSignals.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.signal.SignalValue;
import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalOrigin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs of several instances on one real database, far from UTC, each test in a tenant of its own. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharingJobsTest {

    private static final Path HOME = Path.of("target", "jobs-home").toAbsolutePath();
    private static final JobSettings OFTEN = JobSettings.defaults().withScoreChangesEvery(Duration.ofMillis(100));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<Signal, String> ENOUGH = Map.of(
            FEATURE_ADOPTION_RATE, "0.5",
            USAGE_TREND, "stable",
            STAKEHOLDER_ENGAGEMENT, "medium",
            INVOICE_PAYMENT_STATUS, "current",
            SEATS_UTILIZATION_RATE, "0.7");

    private static TimeZone zone;
    private static Csm csm;

    private final ConcurrentLinkedQueue<ScoreChangesRun> runs = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void open() {
        zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        csm = Csm.openEmpty(CsmSettings.standard(HOME), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        csm.close();
        TimeZone.setDefault(zone);
    }

    private static Actor in(String tenant) {
        return Actor.administrator(new TenantId(tenant), Origin.EMBEDDED);
    }

    private static CustomerSuccess success() {
        return csm.customerSuccess();
    }

    private Jobs anInstance() {
        return anInstance(List.of());
    }

    private Jobs anInstance(List<DeliveryChannel> channels) {
        Jobs jobs = new Jobs(
                success(),
                channels,
                csm.database().application(),
                OFTEN,
                String::valueOf,
                (tenant, run) -> runs.add(run));
        jobs.start();
        return jobs;
    }

    private static AccountId numbered(int number) {
        return new AccountId("A-%03d".formatted(number));
    }

    private static void giveEnough(String tenant, int accounts) {
        Instant now = Instant.now();
        List<Account> all = IntStream.range(0, accounts)
                .mapToObj(i -> Account.named(numbered(i), "Account " + i).build())
                .toList();
        success().saveAccounts().save(in(tenant), all, now);
        List<SignalValue> values = new ArrayList<>();
        all.forEach(account -> ENOUGH.forEach((signal, value) -> values.add(value(account.id(), signal, value, now))));
        success().giveSignals().give(in(tenant), values, now);
    }

    private static SignalValue value(AccountId account, Signal signal, String value, Instant at) {
        return new SignalValue(account, signal.name(), value, new SignalOrigin("crm", at), at);
    }

    private static void giveAnswer(String tenant, AccountId account, int nps) {
        Instant now = Instant.now();
        success().giveSignals().give(in(tenant), List.of(value(account, NPS_SCORE, Integer.toString(nps), now)), now);
    }

    private static List<AccountHealth> history(String tenant, AccountId account) {
        return success().ports().healthScores().history(new TenantId(tenant), account, Instant.EPOCH, Instant.now());
    }

    private static boolean hasAnswer(String tenant, AccountId account, int nps) {
        List<AccountHealth> history = history(tenant, account);
        return !history.isEmpty()
                && history.get(history.size() - 1)
                                .score()
                                .snapshot()
                                .value(NPS_SCORE)
                                .orElse(-1)
                        == nps;
    }

    private static StandingJob job(String tenant) throws SQLException {
        return job(ScoreChangesJob.NAME, tenant).orElseThrow();
    }

    private static Optional<StandingJob> job(String name, String tenant) throws SQLException {
        return StandingJob.list(csm.database().application()).stream()
                .filter(job -> job.name().equals(name)
                        && job.tenant().filter(tenant::equals).isPresent())
                .findFirst();
    }

    /** Looks again and again, until it is so or patience is at its end. */
    private static void await(String what, Callable<Boolean> isSo) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isSo.call()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void two_instances_score_each_change_once_and_lose_none() throws Exception {
        int accounts = 30;
        int answers = 10;
        giveEnough("shared", accounts);
        try (Jobs one = anInstance();
                Jobs other = anInstance()) {
            for (int nps = 1; nps <= answers; nps++) {
                for (int i = 0; i < accounts; i++) {
                    giveAnswer("shared", numbered(i), nps);
                }
            }
            for (int i = 0; i < accounts; i++) {
                AccountId account = numbered(i);
                await("the last answer of " + account, () -> hasAnswer("shared", account, answers));
            }
        }

        long stored = 0;
        for (int i = 0; i < accounts; i++) {
            List<AccountHealth> history = history("shared", numbered(i));
            stored += history.size();
            assertThat(history)
                    .extracting(health -> health.score().snapshot().value(NPS_SCORE))
                    .doesNotHaveDuplicates();
        }
        assertThat(runs.stream().mapToLong(ScoreChangesRun::scored).sum()).isEqualTo(stored);
    }

    @Test
    void a_tenant_that_is_new_while_jobs_run_gets_a_job_of_its_own() throws Exception {
        try (Jobs jobs = anInstance()) {
            await(
                    "the job that looks for tenants",
                    () -> !StandingJob.list(csm.database().application()).isEmpty());

            giveEnough("new", 1);
            giveAnswer("new", numbered(0), 9);

            await("the score of the new tenant", () -> hasAnswer("new", numbered(0), 9));
            await(
                    "its last job",
                    () -> job(TimedJob.QUARTERLY_QBRS.code(), "new").isPresent());
            await("its first success", () -> job("new").lastSuccess().isPresent());
            for (TimedJob timed : TimedJob.values()) {
                assertThat(job(timed.code(), "new")).as(timed.code()).isPresent();
            }
            assertThat(Duration.between(job("new").lastSuccess().orElseThrow(), Instant.now()))
                    .as("in whatever zone this machine is")
                    .isBetween(Duration.ofSeconds(-1), PATIENCE);
            assertThat(job("new").failures()).isZero();
        }
    }

    @Test
    void a_tenant_that_fails_costs_no_other_anything_and_works_again_once_it_can() throws Exception {
        giveEnough("broken", 1);
        new ScoreChangesJob(success()).run(new TenantId("broken"));
        falsify("broken", "+");
        giveAnswer("broken", numbered(0), 9);
        giveEnough("sound", 1);
        try (Jobs jobs = anInstance()) {
            await(
                    "the failure is counted",
                    () -> StandingJob.list(csm.database().application()).stream()
                            .anyMatch(
                                    job -> job.tenant().filter("broken"::equals).isPresent() && job.failures() > 1));
            giveAnswer("sound", numbered(0), 8);
            await("the sound tenant is scored", () -> hasAnswer("sound", numbered(0), 8));
            assertThat(job("broken").lastFailure()).isPresent();
            assertThat(job("sound").failures()).isZero();

            falsify("broken", "-");
            await("the other one is scored as well", () -> hasAnswer("broken", numbered(0), 9));
            await("its failures are over", () -> job("broken").failures() == 0);
        }
    }

    @Test
    void two_instances_hand_over_what_is_due_once() throws Exception {
        TenantId tenant = new TenantId("handed-over");
        Instant now = Instant.now();
        List<Delivery> due = IntStream.range(0, 60)
                .mapToObj(i -> Delivery.waiting("chat", "k-" + i, Optional.empty(), "a title", Map.of(), now))
                .toList();
        success().ports().unitOfWork().commit(tenant, () -> {
            success().ports().deliveries().append(tenant, due);
            return true;
        });
        Collector collector = new Collector();

        try (Jobs one = anInstance(List.of(collector));
                Jobs other = anInstance(List.of(collector))) {
            await("the last of them", () -> Set.copyOf(collector.keys).size() == due.size());
        }

        assertThat(collector.keys).doesNotHaveDuplicates().hasSize(due.size());
    }

    /** A channel that keeps what it is handed. */
    private static final class Collector implements DeliveryChannel {
        private final ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();

        @Override
        public String name() {
            return "chat";
        }

        @Override
        public void take(TenantId tenant, Delivery delivery) {
            keys.add(delivery.key());
        }
    }

    @Test
    void a_timed_job_that_was_missed_is_caught_up_on_once() throws Exception {
        giveEnough("missed", 1);
        try (Jobs jobs = anInstance()) {
            await("its job", () -> job(TimedJob.HEALTH_SCAN.code(), "missed").isPresent());
        }
        missFor("missed", TimedJob.HEALTH_SCAN, 3);

        try (Jobs one = anInstance();
                Jobs other = anInstance()) {
            await(
                    "it ran",
                    () -> job(TimedJob.HEALTH_SCAN.code(), "missed")
                            .flatMap(StandingJob::lastSuccess)
                            .isPresent());

            assertThat(job(TimedJob.HEALTH_SCAN.code(), "missed").orElseThrow().nextRun())
                    .isAfter(Instant.now())
                    .isBefore(Instant.now().plus(Duration.ofDays(1)));
            assertThat(success().ports().scans().listLatest(new TenantId("missed"), 9))
                    .hasSize(1);
        }
    }

    @Test
    void a_timed_job_that_was_broken_off_is_tried_again_within_seconds() throws Exception {
        giveEnough("busy", 1);
        try (Jobs jobs = anInstance()) {
            await("its job", () -> job(TimedJob.HEALTH_SCAN.code(), "busy").isPresent());
        }
        missFor("busy", TimedJob.HEALTH_SCAN, 1);

        try (Jobs jobs = anInstance()) {
            success().ports().scans().exclusively(new TenantId("busy"), () -> {
                try {
                    await(
                            "it failed",
                            () -> job(TimedJob.HEALTH_SCAN.code(), "busy")
                                    .filter(job -> job.failures() > 0)
                                    .isPresent());
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
                return "somebody else's scan is over";
            });
            await(
                    "it ran",
                    () -> job(TimedJob.HEALTH_SCAN.code(), "busy")
                            .filter(job ->
                                    job.failures() == 0 && job.lastSuccess().isPresent())
                            .isPresent());
        }

        assertThat(success().ports().scans().listLatest(new TenantId("busy"), 9))
                .hasSize(1);
    }

    /** As when nobody has served for some days. */
    private static void missFor(String tenant, TimedJob job, int days) throws SQLException {
        try (Connection connection = csm.database().superuser().orElseThrow().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update " + Jobs.TABLE + " set execution_time = now() - interval '" + days
                    + " days' where task_name = '" + job.code() + "' and task_instance = '" + tenant + "'");
        }
    }

    /** Makes what is stored something that its signals do not say; or takes that back. */
    private static void falsify(String tenant, String sign) throws SQLException {
        try (Connection connection = csm.database().superuser().orElseThrow().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update csm.health_score set value = value " + sign + " 1 where tenant_id = '" + tenant + "'");
        }
    }
}
