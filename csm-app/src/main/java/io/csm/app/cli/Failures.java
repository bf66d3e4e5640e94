package io.csm.app.cli;

import io.csm.app.database.DatabaseUnavailable;
import io.csm.app.input.InputUnreadable;
import io.csm.application.shared.CsmException;

/** Turns what went wrong into a sentence and an exit code. */
final class Failures {

    private Failures() {}

    static int exitCode(Throwable failure) {
        if (failure instanceof Failure told) {
            return told.exitCode();
        }
        return failure instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** What to say; a fault of our own names itself, so that it can be reported. */
    static String sentence(Throwable failure) {
        boolean isMeantForPeople = failure instanceof Failure
                || failure instanceof CsmException
                || failure instanceof DatabaseUnavailable
                || failure instanceof InputUnreadable
                || failure instanceof IllegalArgumentException;
        return isMeantForPeople
                ? String.valueOf(failure.getMessage())
                : "this is a fault in CSM, please report it (--stack shows where): " + failure;
    }
}
