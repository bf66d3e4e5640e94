package io.csm.adapter.jdbc;

import io.csm.domain.event.Event;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * An event on its way into the table.
 *
 * @param key stands for its source and id
 * @param content stands for all that it says
 */
record StagedEvent(UUID key, UUID content, long accountNo, Event event) {

    private static final int COLUMNS = 11;
    private static final String NOTHING = "{}";

    static StagedEvent of(Event event, long accountNo, Bytes scratch) {
        return new StagedEvent(key(event, scratch.clear()), content(event, scratch.clear()), accountNo, event);
    }

    private static UUID key(Event event, Bytes bytes) {
        return Digest.of(bytes.utf8(event.id().source()).one(0).utf8(event.id().id()));
    }

    private static UUID content(Event event, Bytes bytes) {
        bytes.text(event.type().code()).text(event.account().value()).eight(Times.micros(event.occurredAt()));
        event.person().ifPresentOrElse(person -> bytes.one(1).text(person), () -> bytes.one(0));
        event.subject().ifPresentOrElse(subject -> bytes.one(1).text(subject), () -> bytes.one(0));
        event.quantity().ifPresentOrElse(quantity -> bytes.one(1).eight(quantity), () -> bytes.one(0));
        return Digest.of(bytes.text(event.payload()));
    }

    void writeTo(BinaryCopy copy) throws SQLException {
        copy.row(COLUMNS);
        copy.uuid(key);
        copy.uuid(content);
        copy.bigNumber(accountNo);
        copy.timestamp(event.occurredAt());
        copy.optional(event.quantity(), copy::bigNumber);
        copy.text(event.type().code());
        copy.text(event.id().source());
        copy.text(event.id().id());
        copy.optional(event.person(), copy::text);
        copy.optional(event.subject(), copy::text);
        copy.optional(Optional.of(event.payload()).filter(payload -> !payload.equals(NOTHING)), copy::json);
    }
}
