package io.csm.app.bench;

import com.sun.net.httpserver.HttpServer;
import io.csm.app.Csm;
import io.csm.app.channel.ChatChannel;
import io.csm.app.channel.ChatSettings;
import io.csm.app.channel.WebhookChannel;
import io.csm.app.channel.WebhookSettings;
import io.csm.app.database.Secret;
import io.csm.app.jobs.DeliverJob;
import io.csm.application.CustomerSuccess;
import io.csm.application.access.Actor;
import io.csm.application.access.Origin;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.port.ChatThreads;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.health.ScanListener;
import io.csm.application.health.ScanPortfolio;
import io.csm.application.health.port.HealthReaction;
import io.csm.domain.churn.HealthPolicy;
import io.csm.domain.health.ShippedScorecards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Times three stored scans of the same accounts in turn: one without alerts, one with alerts and a channel that answers at
 * once, and one with two channels more, of which one answers after ten seconds and one not at all. Channels are at work
 * meanwhile. The first scan raises all alerts there are, the later ones, day by day, find the accounts in the same state.
 */
public final class AlertsBenchmark {

    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T06:00:00Z");
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int THREADS = 4;

    private final Csm csm;

    public AlertsBenchmark(Csm csm) {
        this.csm = csm;
    }

    /**
     * A scan that raises alerts.
     *
     * @param scan until its scores and alerts are stored
     * @param announce until what is to be told is on its way
     * @param alerts how many were raised
     */
    public record Alerting(Duration scan, Duration announce, long alerts) {

        public Duration total() {
            return scan.plus(announce);
        }
    }

    /**
     * What one round measured.
     *
     * @param plain the time of the scan without alerts
     * @param quick with them, and a channel that answers at once
     * @param troubled with a slow and a dead channel besides
     */
    public record Round(Duration plain, Alerting quick, Alerting troubled) {

        /** What alerts cost with all channels connected, as a share of the scan without them. */
        public double cost() {
            return ratio(troubled.total().minus(plain), plain);
        }

        /** The time with the slow and the dead channel, as a share of the time without the two. */
        public double slowed() {
            return ratio(troubled.total(), quick.total());
        }

        private static double ratio(Duration one, Duration other) {
            return (double) one.toNanos() / other.toNanos();
        }
    }

    /** Runs that many rounds over that many accounts. */
    public List<Round> run(long accounts, int rounds) throws IOException {
        HttpServer quick = stub(Duration.ZERO);
        HttpServer slow = stub(SLOW);
        ExecutorService delivering = Executors.newCachedThreadPool();
        AtomicBoolean over = new AtomicBoolean();
        try {
            List<DeliveryChannel> all = channels(quick, slow);
            CustomerSuccess withOne = connected(all.subList(0, 1), "bench-quick", delivering, over);
            CustomerSuccess withAll = connected(all, "bench-troubled", delivering, over);
            List<Round> measured = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                measured.add(new Round(
                        plain(accounts, round),
                        alerting(withOne, actor("bench-quick"), accounts, round),
                        alerting(withAll, actor("bench-troubled"), accounts, round)));
                // a day lies between two scans
                Housekeeping.tidyUp(csm.database(), "account", "health_score", "alert", "domain_event", "delivery");
            }
            return measured;
        } finally {
            over.set(true);
            quick.stop(0);
            slow.stop(0);
            await(delivering);
        }
    }

    /** Nobody is to find the database closed. */
    private static void await(ExecutorService delivering) {
        delivering.shutdown();
        try {
            if (!delivering.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a channel is still at work after " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException stopped) {
            delivering.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private CustomerSuccess connected(
            List<DeliveryChannel> channels, String tenant, ExecutorService delivering, AtomicBoolean over) {
        Channels names =
                new Channels(channels.stream().map(DeliveryChannel::name).toList());
        CustomerSuccess connected = csm.customerSuccess()
                .withAgentSettings(csm.customerSuccess().agent().settings().withChannels(names));
        DeliverJob job = new DeliverJob(connected, channels);
        channels.forEach(channel -> delivering.execute(() -> deliver(job, actor(tenant), channel, over)));
        return connected;
    }

    private static HttpServer stub(Duration answersAfter) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            try {
                TimeUnit.MILLISECONDS.sleep(answersAfter.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private List<DeliveryChannel> channels(HttpServer quick, HttpServer slow) {
        Secret secret = new Secret("a secret of the benchmark");
        WebhookSettings webhooks = new WebhookSettings(
                List.of(
                        new WebhookSettings.Subscriber(
                                "quick", url(quick.getAddress().getPort()), secret),
                        new WebhookSettings.Subscriber("down", url(1), secret)),
                true);
        List<DeliveryChannel> channels = new ArrayList<>(
                WebhookChannel.all(webhooks, csm.customerSuccess().clock()));
        ChatSettings chat =
                new ChatSettings(Optional.of(new Secret(url(slow.getAddress().getPort()))), true);
        ChatChannel.of(chat, noThreads(), csm.customerSuccess().clock()).ifPresent(channels::add);
        return channels;
    }

    private static ChatThreads noThreads() {
        return new ChatThreads() {
            @Override
            public Optional<String> find(TenantId tenant, String thread) {
                return Optional.empty();
            }

            @Override
            public void save(TenantId tenant, String thread, String ts) {
                // every message begins a thread
            }
        };
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port + "/" + UUID.randomUUID();
    }

    private static void deliver(DeliverJob job, Actor actor, DeliveryChannel channel, AtomicBoolean over) {
        while (!over.get() && !Thread.currentThread().isInterrupted()) {
            job.run(actor.tenant(), channel, over::get);
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Duration plain(long accounts, int round) {
        CustomerSuccess.Ports ports = csm.customerSuccess().ports();
        ScanPortfolio scan = new ScanPortfolio(
                ports.healthScores(),
                ports.scans(),
                HealthReaction.none(),
                ports.unitOfWork(),
                csm.customerSuccess().clock(),
                () -> UUID.randomUUID().toString(),
                Runnable::run);
        long start = System.nanoTime();
        scan.scan(actor("bench-plain"), command(accounts, round), new ScanListener() {});
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Alerting alerting(CustomerSuccess connected, Actor actor, long accounts, int round) {
        ScanPortfolio scan = new ScanPortfolio(
                connected.ports().healthScores(),
                connected.ports().scans(),
                connected.agent().raiseAlerts(),
                connected.ports().unitOfWork(),
                connected.clock(),
                () -> UUID.randomUUID().toString(),
                Runnable::run);
        long start = System.nanoTime();
        long alerts = scan.scan(actor, command(accounts, round), new ScanListener() {})
                .alerts();
        long scanned = System.nanoTime();
        connected.agent().announceAlerts().afterScan(actor);
        return new Alerting(Duration.ofNanos(scanned - start), Duration.ofNanos(System.nanoTime() - scanned), alerts);
    }

    private static ScanPortfolio.Command command(long accounts, int round) {
        return new ScanPortfolio.Command(
                HealthPolicy.of(ShippedScorecards.CSM_STANDARD),
                "",
                Optional.of(FIRST_DAY.plus(Duration.ofDays(round))),
                from -> new GeneratedSignals(accounts, 0, from.asOf())); // of the same accounts, day by day
    }

    private static Actor actor(String tenant) {
        return Actor.administrator(new TenantId(tenant), Origin.COMMAND_LINE);
    }
}
