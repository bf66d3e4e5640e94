package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.Csm;
import io.csm.application.alert.AnswerAlert;
import io.csm.application.alert.AnswerAlert.Answer;
import io.csm.application.alert.port.AlertRepository;
import io.csm.domain.account.AccountId;
import io.csm.domain.alert.Alert;
import io.csm.domain.alert.AlertState;
import io.csm.domain.alert.DigestLine;
import io.csm.domain.alert.Notice;
import io.csm.domain.health.Rag;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about alerts; without a word of their own they list those that wait for somebody. */
@Command(
        name = "alerts",
        description = {
            "List the alerts that wait for somebody, the worst first; answer them; see what went out.",
            "csm alerts              those that are open, acknowledged or snoozed",
            "csm alerts show A       one of them, or all of an account, with the evidence"
        })
final class AlertsCommand extends CsmCommand {

    private static final Set<AlertState> NOT_OVER = EnumSet.complementOf(EnumSet.of(AlertState.RESOLVED));

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 30).")
    private int limit = 30;

    @Option(names = "--all", description = "Those that are over as well.")
    private boolean all;

    AlertsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Failure.usage("--limit must be at least 1 but was " + limit);
        }
        Set<AlertState> states = all ? EnumSet.allOf(AlertState.class) : NOT_OVER;
        try (Csm csm = open()) {
            List<DigestLine> alerts = alerts(csm).list(actor().tenant(), states, limit);
            if (wantsJson()) {
                alerts.forEach(line -> printJson(console(), line.notice()));
            } else if (alerts.isEmpty()) {
                console().say("No alert waits for anybody.");
            } else {
                print(alerts);
            }
            return ExitCode.DONE;
        }
    }

    private AlertRepository alerts(Csm csm) {
        return csm.customerSuccess().ports().alerts();
    }

    private void print(List<DigestLine> alerts) {
        Table table = new Table("llrlll").head(console(), "severity", "account", "ARR", "state", "raised", "why");
        alerts.forEach(line -> table.row(
                cell(line.alert().concern().severity().code(), text -> console().coloured(colour(line.alert()), text)),
                cell(line.alert().account().value()),
                cell(line.account().arr().map(Words::money).orElse("-")),
                cell(state(line.alert())),
                cell(Words.day(line.alert().raisedAt())),
                cell(line.notice().message())));
        table.print(console());
        String first = Words.shell(alerts.get(0).alert().account().value());
        console().say("");
        console().say("Look at one: csm alerts show " + first + global().again());
        console().say("Answer it: csm alerts acknowledge " + first + global().again() + ", or snooze, or resolve");
    }

    static Rag colour(Alert alert) {
        return switch (alert.concern().severity()) {
            case CRITICAL -> Rag.RED;
            case WARNING -> Rag.AMBER;
            case INFO -> Rag.GREEN;
        };
    }

    static String state(Alert alert) {
        return alert.state().code()
                + alert.snoozedUntil()
                        .map(until -> " until " + Words.day(until))
                        .orElse("");
    }

    static void printJson(Console console, Notice notice) {
        Alert alert = notice.alert();
        try (HealthJson lines = new HealthJson(console.out())) {
            lines.line(json -> {
                json.writeStringField("alert_id", alert.id());
                json.writeStringField("account_id", alert.account().value());
                json.writeStringField("alert_type", alert.type().code());
                json.writeStringField("severity", alert.concern().severity().code());
                json.writeStringField("state", alert.state().code());
                HealthJson.optional(json, "snoozed_until", alert.snoozedUntil().map(Instant::toString));
                json.writeStringField("cause", alert.concern().cause());
                json.writeStringField("message", notice.message());
                HandoffCommand.texts(json, "evidence", notice.evidence());
                json.writeStringField("first_raised_at", alert.firstRaisedAt().toString());
                json.writeStringField("raised_at", alert.raisedAt().toString());
                json.writeNumberField("raises", alert.raises());
                json.writeStringField("changed_at", alert.changedAt().toString());
                json.writeStringField("changed_by", alert.changedBy());
            });
        }
    }

    /** A command about the alerts of one account, or about one alert by its id. */
    private abstract static class OfSome extends CsmCommand {

        private static final int MOST = 100;

        @Parameters(index = "0", paramLabel = "ACCOUNT", description = "An account's id, or an alert's.")
        private String named = "";

        OfSome(Console console) {
            super(console);
        }

        List<Notice> found(Csm csm) {
            AlertRepository alerts = csm.customerSuccess().ports().alerts();
            Optional<Notice> one = alerts.find(actor().tenant(), named);
            return one.map(List::of).orElseGet(() -> alerts.listOf(actor().tenant(), new AccountId(named), MOST));
        }

        String named() {
            return named;
        }
    }

    @Command(name = "show", description = "Show the alerts of an account, the latest first, with the evidence.")
    static final class Show extends OfSome {

        Show(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            try (Csm csm = open()) {
                List<Notice> alerts = found(csm);
                if (alerts.isEmpty()) {
                    throw Failure.failed("there is no alert of '" + named() + "'; 'csm alerts' lists those that wait");
                }
                alerts.forEach(wantsJson() ? notice -> printJson(console(), notice) : this::print);
                return ExitCode.DONE;
            }
        }

        private void print(Notice notice) {
            Alert alert = notice.alert();
            Paragraphs paragraphs = new Paragraphs(console());
            console()
                    .say(console()
                                    .coloured(
                                            colour(alert),
                                            alert.concern().severity().code()) + " "
                            + console().bold(alert.account().value()) + ", " + state(alert) + " (" + alert.changedBy()
                            + ", "
                            + Words.minute(alert.changedAt()) + ")");
            paragraphs.text(notice.message());
            paragraphs.list(notice.evidence());
            paragraphs.faint(
                    alert.type().code() + " because of " + alert.concern().cause() + ", raised "
                            + Words.minute(alert.raisedAt())
                            + (alert.raises() > 1
                                    ? ", for the " + ordinal(alert.raises()) + " time since "
                                            + Words.minute(alert.firstRaisedAt())
                                    : "")
                            + ", id " + alert.id());
            console().say("");
        }

        private static String ordinal(int number) {
            String ending = number % 100 / 10 == 1
                    ? "th"
                    : switch (number % 10) {
                        case 1 -> "st";
                        case 2 -> "nd";
                        case 3 -> "rd";
                        default -> "th";
                    };
            return number + ending;
        }
    }

    /** Says of the alerts that are not over what becomes of them. */
    private abstract static class Answering extends OfSome {

        Answering(Console console) {
            super(console);
        }

        abstract Answer answer();

        abstract String done();

        @Override
        public Integer call() {
            Answer answer = answer();
            try (Csm csm = open()) {
                List<Alert> waiting = found(csm).stream()
                        .map(Notice::alert)
                        .filter(alert -> NOT_OVER.contains(alert.state()))
                        .toList();
                if (waiting.isEmpty()) {
                    throw Failure.failed(
                            "no alert of '" + named() + "' waits for an answer; 'csm alerts' lists those that do");
                }
                AnswerAlert answerAlert = csm.customerSuccess().agent().answerAlert();
                waiting.forEach(alert -> tell(answerAlert.answer(actor(), alert.id(), answer)));
                return ExitCode.DONE;
            }
        }

        private void tell(Notice notice) {
            if (wantsJson()) {
                printJson(console(), notice);
            } else {
                console().say(done() + ": " + notice.message());
            }
        }
    }

    @Command(name = "acknowledge", description = "Say that you are at it.")
    static final class Acknowledge extends Answering {

        Acknowledge(Console console) {
            super(console);
        }

        @Override
        Answer answer() {
            return Answer.acknowledge();
        }

        @Override
        String done() {
            return "acknowledged";
        }
    }

    @Command(name = "snooze", description = "Hear of it again later; one that gets worse is heard of before.")
    static final class Snooze extends Answering {

        @Option(names = "--days", paramLabel = "N", description = "For so many days, 1 to 365 (default: 7).")
        private int days = 7;

        Snooze(Console console) {
            super(console);
        }

        @Override
        Answer answer() {
            if (days < 1 || days > 365) {
                throw Failure.usage("--days must be 1 to 365 but was " + days);
            }
            return Answer.snooze(console().clock().instant().plus(Duration.ofDays(days)));
        }

        @Override
        String done() {
            return "snoozed for " + Words.count(days, "day");
        }
    }

    @Command(name = "resolve", description = "Say that it is over.")
    static final class Resolve extends Answering {

        Resolve(Console console) {
            super(console);
        }

        @Override
        Answer answer() {
            return Answer.resolve();
        }

        @Override
        String done() {
            return "resolved";
        }
    }
}
