package io.csm.app.channel;

import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** An address may not be connected to; of a kind that a look-up of names and a connection may both throw. */
final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1;

    AddressRefused(String message) {
        super(message);
    }

    /** The refusal behind a failure: a client that tried several addresses tells of the others beside the first. */
    static Optional<AddressRefused> behind(Throwable failure) {
        return Stream.concat(
                        Stream.of(failure),
                        Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed())))
                .filter(AddressRefused.class::isInstance)
                .map(AddressRefused.class::cast)
                .findFirst();
    }
}
