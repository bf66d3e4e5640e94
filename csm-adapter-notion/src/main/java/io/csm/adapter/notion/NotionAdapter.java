package io.csm.adapter.notion;

import io.csm.application.directory.port.AccountDirectory;
import io.csm.application.directory.port.RecordBook;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The connection to a workspace of Notion. Opening it sends nothing; each part learns about its database when it is first
 * used. All parts share one rate, at most three requests in any second;
 * a second connection has a rate of its own.
 */
public final class NotionAdapter implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** How the connection waits. */
    @FunctionalInterface
    public interface Sleeper {

        /** Returns when that time has passed. */
        void sleep(Duration time) throws InterruptedException;
    }

    private final Courier courier;
    private final Optional<Pages> accounts;
    private final Optional<Pages> first;
    private final RecordBook records;

    private NotionAdapter(NotionSettings settings, Courier courier, Attempts attempts) {
        NotionLink link = new NotionLink(courier, settings.url());
        this.courier = courier;
        this.accounts =
                pages(link, attempts, settings.accountsDatabaseId(), NotionAccounts.REQUIRED, NotionAccounts.USEFUL);
        Optional<Pages> health =
                pages(link, attempts, settings.healthDatabaseId(), NotionRecords.OF_HEALTH, NotionRecords.OF_HEALTH);
        Optional<Pages> qbrs =
                pages(link, attempts, settings.qbrDatabaseId(), NotionRecords.OF_QBR, NotionRecords.OF_QBR);
        Optional<Pages> expansions = pages(
                link, attempts, settings.expansionDatabaseId(), NotionRecords.OF_EXPANSION, NotionRecords.OF_EXPANSION);
        this.first = Stream.of(accounts, health, qbrs, expansions)
                .flatMap(Optional::stream)
                .findFirst();
        this.records = new NotionRecords(accounts, health, qbrs, expansions, new PageBody(link, attempts));
    }

    /**
     * The connection with those settings, which must hold a token. How fast requests follow each other is measured by
     * the running time of the machine, so that a clock that is set does not let too many through.
     *
     * @param clock tells the time of day
     */
    public static NotionAdapter connect(NotionSettings settings, Clock clock) {
        return connect(
                settings,
                clock,
                new SteadyClock(clock.instant()),
                time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000),
                TIMEOUT);
    }

    /** The same with another way of waiting, so that a test need not wait; the clock tells how long it was. */
    public static NotionAdapter connect(NotionSettings settings, Clock clock, Sleeper sleeper) {
        return connect(settings, clock, sleeper, TIMEOUT);
    }

    static NotionAdapter connect(NotionSettings settings, Clock clock, Sleeper sleeper, Duration timeout) {
        return connect(settings, clock, clock, sleeper, timeout);
    }

    private static NotionAdapter connect(
            NotionSettings settings, Clock clock, Clock running, Sleeper sleeper, Duration timeout) {
        NotionSettings.Token token = settings.token()
                .orElseThrow(
                        () -> new IllegalArgumentException(settings.partsOff().get(0)));
        Courier courier = new Courier(token, new RateGate(running, sleeper), clock, timeout);
        return new NotionAdapter(settings, courier, new Attempts(running, sleeper));
    }

    private static Optional<Pages> pages(
            NotionLink link,
            Attempts attempts,
            Optional<String> databaseId,
            List<String> required,
            List<String> useful) {
        return databaseId.map(id -> new Pages(link, attempts, id, required, useful));
    }

    /** The accounts that people keep in Notion; empty when their database is not named. */
    public Optional<AccountDirectory> directory() {
        return accounts.map(NotionAccounts::new);
    }

    /** What CSM writes into Notion; parts whose database is not named write nothing. */
    public RecordBook records() {
        return records;
    }

    /**
     * Asks Notion once about the first database that is named.
     *
     * @return a sentence for people, such as {@code connected, the database is 'Accounts'}
     * @throws io.csm.application.directory.port.DirectoryUnavailable when Notion does not answer
     * @throws io.csm.application.directory.port.DirectoryRefused when Notion says no
     */
    public String check() {
        return first.map(Pages::describe).orElse("there is a token but no database is named");
    }

    /** Lets go of connections. */
    @Override
    public void close() {
        courier.close();
    }
}
