package io.csm.app.warehouse;

/** The warehouse cannot be asked, or its answer is none; the message is a sentence for a person. */
public final class WarehouseUnavailable extends RuntimeException {

    WarehouseUnavailable(String sentence) {
        super(sentence);
    }

    WarehouseUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
