package io.csm.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** All commands under one name. */
public final class CommandLineApp {

    private static final int NARROWEST_HELP = 60;

    private CommandLineApp() {}

    @Command(
            name = "csm",
            description = "Tells which customers need you, why, and what to do next.",
            footer = {"", "Begin with: csm demo", "More on one command: csm scan --help"})
    private static final class Root implements Callable<Integer> {

        @Mixin(name = GlobalOptions.MIXIN)
        @SuppressWarnings("UnusedVariable") // picocli gives it back through the spec
        private final GlobalOptions global = new GlobalOptions();

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return ExitCode.USAGE;
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
        return run(console, commands(console), args);
    }

    static int run(Console console, CommandLine commands, String... args) {
        boolean wantsStack = List.of(args).contains("--stack");
        commands.setExecutionExceptionHandler((failure, command, parsed) -> fail(
                console, command.getCommand() instanceof CsmCommand own ? own.told(failure) : failure, wantsStack));
        try {
            return finish(console, commands.execute(args));
        } catch (Throwable failure) { // an Error, which picocli lets through: a person is told in a sentence as well
            return fail(console, failure, wantsStack);
        }
    }

    private static int fail(Console console, Throwable failure, boolean wantsStack) {
        console.note("csm: " + Failures.sentence(failure));
        if (wantsStack) {
            failure.printStackTrace(console.err());
        }
        return Failures.exitCode(failure);
    }

    /** A result that nobody got is none. */
    private static int finish(Console console, int code) {
        Optional<String> complaint = Output.complaint(console.out());
        complaint.ifPresent(sentence -> console.note("csm: " + sentence));
        return console.out().checkError() && code == ExitCode.DONE ? ExitCode.FAILED : code;
    }

    static CommandLine commands(Console console) {
        CommandLine scorecard = new CommandLine(new ScorecardCommand())
                .addSubcommand(new ScorecardCommand.ListThem(console))
                .addSubcommand(new ScorecardCommand.Show(console))
                .addSubcommand(new ExportScorecard(console))
                .addSubcommand(new ScorecardCommand.Validate(console))
                .addSubcommand(new ScorecardCommand.Publish(console));
        CommandLine imports = new CommandLine(new ImportCommand(console))
                .addSubcommand(new ImportFile.Accounts(console))
                .addSubcommand(new ImportFile.Signals(console))
                .addSubcommand(new ImportFile.Events(console));
        CommandLine quarantine = new CommandLine(new QuarantineCommand())
                .addSubcommand(new QuarantineCommand.ListThem(console))
                .addSubcommand(new QuarantineCommand.Show(console))
                .addSubcommand(new QuarantineCommand.Replay(console))
                .addSubcommand(new QuarantineCommand.Discard(console));
        CommandLine jobs = new CommandLine(new JobsCommand())
                .addSubcommand(new JobsCommand.ListThem(console))
                .addSubcommand(new JobsCommand.RunOne(console));
        CommandLine alerts = new CommandLine(new AlertsCommand(console))
                .addSubcommand(new AlertsCommand.Show(console))
                .addSubcommand(new AlertsCommand.Acknowledge(console))
                .addSubcommand(new AlertsCommand.Snooze(console))
                .addSubcommand(new AlertsCommand.Resolve(console))
                .addSubcommand(new DeliveriesCommand(console))
                .addSubcommand(new DeliveriesCommand.Deliver(console));
        CommandLine all = new CommandLine(new Root())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(imports)
                .addSubcommand(quarantine)
                .addSubcommand(new ScanCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new WhatIfCommand(console))
                .addSubcommand(new PathToGreenCommand(console))
                .addSubcommand(new HistoryCommand(console))
                .addSubcommand(scorecard)
                .addSubcommand(alerts)
                .addSubcommand(new NarrativeCommand(console))
                .addSubcommand(new QbrCommand(console))
                .addSubcommand(new ExpansionCommand(console))
                .addSubcommand(new AdoptionCommand(console))
                .addSubcommand(new HandoffCommand(console))
                .addSubcommand(new CommandLine(new RetentionCommand()).addSubcommand(new RetentionCommand.Run(console)))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(jobs)
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new CompletionCommand(console))
                .addSubcommand(new HelpCommand());
        return all.setColorScheme(CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(NARROWEST_HELP, console.width()))
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .registerConverter(
                        int.class, text -> whole(text, Integer.MAX_VALUE).intValue())
                .registerConverter(long.class, text -> whole(text, Long.MAX_VALUE))
                .setParameterExceptionHandler((misuse, args) -> Misuse.tell(console, misuse));
    }

    private static Long whole(String text, long most) {
        if (!text.matches("-?[0-9]{1,18}") || Long.parseLong(text) > most) {
            throw new TypeConversionException("must be a whole number but was '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
