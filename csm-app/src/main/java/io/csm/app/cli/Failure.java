package io.csm.app.cli;

/** Ends a command with a sentence for the person who gave it. */
final class Failure extends RuntimeException {

    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command makes no sense as it was given. */
    static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }

    /** The command makes sense and cannot be carried out. */
    static Failure failed(String message) {
        return new Failure(ExitCode.FAILED, message);
    }

    int exitCode() {
        return exitCode;
    }
}
