package io.csm.app;

import io.csm.app.cli.CommandLineApp;

/** Where the process begins. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineApp.run(args));
    }
}
