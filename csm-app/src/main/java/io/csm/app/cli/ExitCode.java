package io.csm.app.cli;

/** What the process ends with. */
final class ExitCode {

    /** Everything that was asked for. */
    static final int DONE = 0;
    /** Done, but rows were refused, or nothing was left to do it on. */
    static final int REFUSALS = 1;
    /** The command was not understood. */
    static final int USAGE = 2;
    /** The command could not be carried out. */
    static final int FAILED = 3;

    private ExitCode() {}
}
