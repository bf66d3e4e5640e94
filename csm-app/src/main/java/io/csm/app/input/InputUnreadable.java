package io.csm.app.input;

/** A file that cannot be read at all; the message is a sentence for the person who named it. */
public final class InputUnreadable extends RuntimeException {

    InputUnreadable(String sentence) {
        super(sentence);
    }

    InputUnreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
