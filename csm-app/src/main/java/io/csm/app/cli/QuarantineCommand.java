package io.csm.app.cli;

import io.csm.app.Csm;
import io.csm.app.events.EventDocument;
import io.csm.application.CustomerSuccess;
import io.csm.application.event.Quarantined;
import io.csm.application.event.ReplayQuarantine.Replayed;
import io.csm.application.event.ReplayQuarantine.Selection;
import io.csm.application.event.port.QuarantineRepository;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "quarantine", description = "Events that were not taken: look at them, try again, or decide against.")
final class QuarantineCommand implements Callable<Integer> {

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

    @Command(name = "list", description = "List the events that wait, the oldest first.")
    static final class ListThem extends CsmCommand {

        @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
        private int limit = 50;

        @Option(names = "--after", paramLabel = "N", description = "Only those with a higher number.")
        private long after;

        ListThem(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            if (limit < 1) {
                throw Failure.usage("--limit must be at least 1 but was " + limit);
            }
            try (Csm csm = open()) {
                QuarantineRepository quarantine = csm.customerSuccess().ports().quarantine();
                List<Quarantined> entries = quarantine.listOpen(actor().tenant(), after, limit);
                if (wantsJson()) {
                    entries.forEach(entry -> print(console(), entry));
                } else {
                    tell(entries, quarantine.countOpen(actor().tenant()));
                }
                return ExitCode.DONE;
            }
        }

        private void tell(List<Quarantined> entries, long all) {
            if (entries.isEmpty()) {
                console().say(all == 0 ? "Nothing is in the quarantine." : "Nothing more is in the quarantine.");
                return;
            }
            Table table = new Table("rlll").head(console(), "number", "received", "event", "why");
            entries.forEach(entry -> table.row(
                    Long.toString(entry.number()),
                    Words.minute(entry.receivedAt()),
                    entry.source() + " " + entry.id(),
                    why(entry)));
            table.print(console());
            long last = entries.get(entries.size() - 1).number();
            if (entries.size() < all) {
                console()
                        .say(Words.count(entries.size()) + " of " + Words.count(all)
                                + "; more: csm quarantine list --after " + last + global().again());
            }
            console().say("Look at one: csm quarantine show " + entries.get(0).number() + global().again());
            console().say("Try again when the reason is mended: csm quarantine replay" + global().again());
        }
    }

    @Command(name = "show", description = "Show one event that waits, as it arrived.")
    static final class Show extends CsmCommand {

        @Parameters(paramLabel = "N", description = "Its number.")
        private long number;

        Show(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            try (Csm csm = open()) {
                Quarantined entry =
                        csm.customerSuccess().ports().quarantine().listOpen(actor().tenant(), number - 1, 1).stream()
                                .filter(found -> found.number() == number)
                                .findFirst()
                                .orElseThrow(() -> missing(number));
                if (wantsJson()) {
                    print(console(), entry);
                } else {
                    console()
                            .say(entry.number() + ", received " + Words.minute(entry.receivedAt()) + ": " + why(entry));
                    console().say(entry.document());
                }
                return ExitCode.DONE;
            }
        }
    }

    @Command(name = "replay", description = "Try events again: those with these numbers, or all.")
    static final class Replay extends CsmCommand {

        @Parameters(arity = "0..*", paramLabel = "N", description = "Their numbers.")
        private List<Long> numbers = List.of();

        Replay(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            try (Csm csm = open()) {
                CustomerSuccess success = csm.customerSuccess();
                Selection selection = numbers.isEmpty() ? Selection.all() : Selection.numbered(numbers);
                Replayed replayed = success.replayQuarantine(EventDocument::read)
                        .replay(actor(), selection, console().clock().instant());
                console()
                        .say(Words.count(replayed.stored(), "event") + " stored, " + Words.count(replayed.duplicates())
                                + " were there already, " + Words.count(replayed.refused()) + " refused again");
                return replayed.refused() > 0 ? ExitCode.REFUSALS : ExitCode.DONE;
            }
        }
    }

    @Command(name = "discard", description = "Decide against events; they stay on record and wait no longer.")
    static final class Discard extends CsmCommand {

        @Parameters(arity = "1..*", paramLabel = "N", description = "Their numbers.")
        private List<Long> numbers = List.of();

        Discard(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            try (Csm csm = open()) {
                int discarded = csm.customerSuccess()
                        .discardQuarantined()
                        .discard(actor(), numbers, console().clock().instant());
                console().say(Words.count(discarded, "event") + " discarded");
                return discarded < numbers.stream().distinct().count() ? ExitCode.REFUSALS : ExitCode.DONE;
            }
        }
    }

    private static Failure missing(long number) {
        return Failure.failed("no event with number " + number + " waits in the quarantine; 'csm quarantine list' shows"
                + " those that do");
    }

    private static String why(Quarantined entry) {
        return Refusals.sentence(entry.field(), entry.value(), entry.rule());
    }

    private static void print(Console console, Quarantined entry) {
        try (HealthJson lines = new HealthJson(console.out())) {
            lines.line(fields -> {
                fields.writeNumberField("number", entry.number());
                fields.writeStringField("received_at", entry.receivedAt().toString());
                fields.writeStringField("source", entry.source());
                fields.writeStringField("id", entry.id());
                fields.writeStringField("account_id", entry.account());
                fields.writeStringField("field", entry.field());
                fields.writeStringField("value", entry.value());
                fields.writeStringField("rule", entry.rule());
                fields.writeStringField("document", entry.document());
            });
        }
    }
}
