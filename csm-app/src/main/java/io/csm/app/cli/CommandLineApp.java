package io.csm.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** All commands under one name. */
public final class CommandLineApp {

    private CommandLineApp() {}

    @Command(
            name = "csm",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Tells which customers need you, why, and what to do next.",
            footer = {"", "Begin with: csm demo"})
    private static final class Root implements Runnable {
        @Override
        public void run() {
            throw Failure.usage("say what to do; 'csm --help' lists the commands, 'csm demo' shows what it is about");
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineApp.class.getPackage().getImplementationVersion();
            return new String[] {"csm " + (version == null ? "(built from source)" : version)};
        }
    }

    /** Runs one command of this process; returns what the process ends with. */
    public static int run(String... args) {
        return run(Console.ofProcess(), args);
    }

    /** Runs one command in that world. */
    static int run(Console console, String... args) {
        int code = commands(console).execute(args);
        console.out().flush();
        return console.out().checkError() && code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    private static CommandLine commands(Console console) {
        CommandLine scorecard = new CommandLine(new ScorecardCommand())
                .addSubcommand(new ScorecardCommand.ListThem(console))
                .addSubcommand(new ScorecardCommand.Show(console))
                .addSubcommand(new ScorecardCommand.Export(console))
                .addSubcommand(new ScorecardCommand.Validate(console))
                .addSubcommand(new ScorecardCommand.Publish(console));
        CommandLine all = new CommandLine(new Root())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new ScanCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new WhatIfCommand(console))
                .addSubcommand(new PathToGreenCommand(console))
                .addSubcommand(new HistoryCommand(console))
                .addSubcommand(scorecard)
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new CompletionCommand(console));
        return all.setColorScheme(CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> fail(console, failure, parsed));
    }

    private static int fail(Console console, Exception failure, ParseResult parsed) {
        console.err().println("csm: " + Failures.sentence(failure));
        boolean wantsStack = parsed.asCommandLineList().stream()
                .map(CommandLine::getCommand)
                .anyMatch(command -> command instanceof CsmCommand csm && csm.wantsStack());
        if (wantsStack) {
            failure.printStackTrace(console.err());
        }
        return Failures.exitCode(failure);
    }
}
