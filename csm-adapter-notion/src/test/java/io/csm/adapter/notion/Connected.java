package io.csm.adapter.notion;

import io.csm.adapter.notion.stub.NotionStub;
import java.time.Duration;
import java.util.Optional;

/** A connection to a stub, on virtual time; only silence takes real time. */
final class Connected implements AutoCloseable {

    private static final Duration PATIENT = Duration.ofSeconds(30);

    final VirtualTime time = new VirtualTime();
    final NotionStub stub = NotionStub.start(time.clock).withDatabasesOfCsm();
    final NotionAdapter notion;
    private final Duration timeout;

    Connected() {
        this(PATIENT);
    }

    /** Waits that long for an answer, in real time. */
    Connected(Duration timeout) {
        this.timeout = timeout;
        this.notion = connect(settings(stub.url()));
    }

    static NotionSettings settings(String url) {
        return new NotionSettings(
                Optional.of(new NotionSettings.Token(NotionStub.TOKEN)),
                Optional.of(NotionStub.ACCOUNTS),
                Optional.of(NotionStub.HEALTH),
                Optional.of(NotionStub.QBRS),
                Optional.of(NotionStub.EXPANSIONS),
                Optional.of(url));
    }

    NotionAdapter connect(NotionSettings settings) {
        return NotionAdapter.connect(settings, time.clock, time::sleep, timeout);
    }

    @Override
    public void close() {
        notion.close();
        stub.close();
    }
}
