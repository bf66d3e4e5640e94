package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.Csm;
import io.csm.app.config.CsmSettings;
import io.csm.app.warehouse.Warehouse;
import io.csm.app.warehouse.WarehouseSettings;
import io.csm.application.delivery.Delivery;
import io.csm.domain.health.Rag;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

@Command(name = "doctor", description = "Check settings, database, clock and what is connected, and say what is off.")
final class DoctorCommand extends CsmCommand {

    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);

    private enum Verdict {
        OK(Rag.GREEN),
        OFF(Rag.AMBER),
        WRONG(Rag.RED);

        private final Rag colour;

        Verdict(Rag colour) {
            this.colour = colour;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Finding(String what, Verdict verdict, String sentence) {}

    private final List<Finding> findings = new ArrayList<>();

    DoctorCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        ok("java", System.getProperty("java.version") + " on " + System.getProperty("os.name"));
        check("settings", () -> {
            CsmSettings settings = settings();
            ok("settings", "read from " + settings.sources());
            settings.warehouse().ifPresent(warehouse -> check("warehouse", () -> warehouse(warehouse, settings)));
        });
        if (isSound()) {
            check("database", this::database);
            outside(settings());
        } else {
            findings.add(new Finding("database", Verdict.OFF, "not looked at, as the settings are wrong"));
        }
        print();
        return isSound() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean isSound() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Verdict.WRONG);
    }

    private void database() {
        try (Csm csm = open()) {
            ok("database", csm.database().describe());
            ok(
                    "accounts",
                    Words.count(csm.customerSuccess().ports().accounts().count(actor().tenant()), "account")
                            + " in tenant " + actor().tenant());
            quarantine(csm);
            deliveries(csm);
            clock(csm);
        }
    }

    private void quarantine(Csm csm) {
        long open = csm.customerSuccess().ports().quarantine().countOpen(actor().tenant());
        if (open > 0) {
            findings.add(new Finding(
                    "quarantine",
                    Verdict.OFF,
                    Words.count(open, "event") + (open == 1 ? " waits" : " wait")
                            + "; './csm quarantine list' says why"));
        }
    }

    private void deliveries(Csm csm) {
        long dead = csm.customerSuccess().ports().deliveries().count(actor().tenant()).values().stream()
                .mapToLong(states -> states.getOrDefault(Delivery.State.DEAD, 0L))
                .sum();
        if (dead > 0) {
            off("deliveries", Words.count(dead) + " given up; './csm alerts deliveries --dead' says why");
        }
    }

    private void clock(Csm csm) {
        try (Connection connection = csm.database().application().getConnection();
                Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery("select clock_timestamp()")) {
            now.next();
            Instant there = now.getTimestamp(1).toInstant();
            Duration skew = Duration.between(there, console().clock().instant()).abs();
            if (skew.compareTo(TOLERATED_SKEW) > 0) {
                findings.add(new Finding(
                        "clock",
                        Verdict.WRONG,
                        "differs from the database's by " + skew.toSeconds() + " seconds; set one of them right"));
            } else {
                ok("clock", Words.minute(there) + ", as in the database");
            }
        } catch (SQLException unreachable) {
            findings.add(new Finding("clock", Verdict.WRONG, "the database did not answer"));
        }
    }

    private void outside(CsmSettings settings) {
        for (OutsideChecks.Check outside : OutsideChecks.of(settings, console().clock())) {
            if (outside.question().isEmpty()) {
                off(outside.what(), "not connected, and not needed for scoring; " + outside.hint());
            } else {
                check(
                        outside.what(),
                        () -> ok(outside.what(), outside.question().get().ask()));
            }
            outside.off().forEach(sentence -> off(outside.what(), sentence));
        }
    }

    private void off(String what, String sentence) {
        findings.add(new Finding(what, Verdict.OFF, sentence));
    }

    private void warehouse(WarehouseSettings warehouse, CsmSettings settings) {
        ok("warehouse", new Warehouse(warehouse, settings.home().resolve("drivers")).greet());
    }

    private void ok(String what, String sentence) {
        findings.add(new Finding(what, Verdict.OK, sentence));
    }

    private void check(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            findings.add(new Finding(what, Verdict.WRONG, Failures.sentence(failure)));
        }
    }

    private void print() {
        if (wantsJson()) {
            try (HealthJson json = new HealthJson(console().out())) {
                findings.forEach(finding -> json.line(fields -> {
                    fields.writeStringField("check", finding.what());
                    fields.writeStringField("verdict", finding.verdict().word());
                    fields.writeStringField("sentence", finding.sentence());
                }));
            }
            return;
        }
        Table table = new Table("lll");
        findings.forEach(finding -> table.row(
                cell(finding.verdict().word(), text -> console().coloured(finding.verdict().colour, text)),
                cell(finding.what()),
                cell(finding.sentence())));
        table.print(console());
    }
}
