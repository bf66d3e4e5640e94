package io.csm.app.cli;

import static io.csm.app.cli.Table.cell;

import io.csm.app.Csm;
import io.csm.app.jobs.DeliverJob;
import io.csm.application.access.TenantId;
import io.csm.application.delivery.DeliverDue;
import io.csm.application.delivery.Delivery;
import io.csm.application.delivery.Delivery.State;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.delivery.port.DeliveryRepository;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "deliveries",
        description = {
            "What goes out to webhooks, drafts, chat and the workspace, the latest first.",
            "With --retry those that were given up wait again."
        })
final class DeliveriesCommand extends CsmCommand {

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 30).")
    private int limit = 30;

    @Option(names = "--dead", description = "Only those that were given up.")
    private boolean dead;

    @Option(names = "--show", paramLabel = "N", description = "Show the content of that one.")
    private Optional<Long> show = Optional.empty();

    @Option(names = "--retry", paramLabel = "N", arity = "1..*", description = "Try these again.")
    private List<Long> retry = List.of();

    DeliveriesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Failure.usage("--limit must be at least 1 but was " + limit);
        }
        try (Csm csm = open()) {
            DeliveryRepository deliveries = csm.customerSuccess().ports().deliveries();
            TenantId tenant = actor().tenant();
            if (!retry.isEmpty()) {
                return retry(csm, deliveries, tenant);
            }
            if (show.isPresent()) {
                show(deliveries
                        .find(tenant, show.get())
                        .orElseThrow(() -> Failure.failed("there is no delivery " + show.get())));
                return ExitCode.DONE;
            }
            Set<State> states = dead ? EnumSet.of(State.DEAD) : EnumSet.allOf(State.class);
            List<Delivery> found = deliveries.list(tenant, states, limit);
            if (wantsJson()) {
                found.forEach(each -> printJson(each, false));
            } else {
                print(found, deliveries.count(tenant));
            }
            return ExitCode.DONE;
        }
    }

    private int retry(Csm csm, DeliveryRepository deliveries, TenantId tenant) {
        int waiting = csm.customerSuccess()
                .ports()
                .unitOfWork()
                .commit(
                        tenant,
                        () -> deliveries.retry(tenant, retry, console().clock().instant()));
        console().say(Words.count(waiting, "delivery").replace("deliverys", "deliveries") + " will be tried again");
        return waiting < retry.stream().distinct().count() ? ExitCode.REFUSALS : ExitCode.DONE;
    }

    private void print(List<Delivery> found, Map<String, Map<State, Long>> counts) {
        if (found.isEmpty()) {
            console().say(dead ? "Nothing was given up." : "Nothing has gone out yet.");
            return;
        }
        Table table = new Table("rllrll").head(console(), "number", "channel", "state", "attempts", "made", "what");
        found.forEach(each -> table.row(
                cell(Long.toString(each.number())),
                cell(each.channel()),
                cell(each.state().name().toLowerCase(Locale.ROOT)),
                cell(Words.count(each.attempts())),
                cell(Words.minute(each.createdAt())),
                cell(what(each))));
        table.print(console());
        console().say("");
        counts.forEach((channel, states) -> console()
                .say(channel + ": " + Words.count(states.getOrDefault(State.DELIVERED, 0L)) + " delivered, "
                        + Words.count(states.getOrDefault(State.WAITING, 0L)) + " waiting, "
                        + Words.count(states.getOrDefault(State.DEAD, 0L)) + " given up"));
    }

    private static String what(Delivery delivery) {
        return delivery.title()
                + delivery.account().map(account -> " (" + account + ")").orElse("")
                + delivery.problem().map(problem -> ": " + problem).orElse("");
    }

    private void show(Delivery one) {
        if (wantsJson()) {
            printJson(one, true);
            return;
        }
        console().say(console().bold(one.channel() + ": " + one.title()));
        one.content().forEach((field, value) -> new Paragraphs(console()).text(field + ": " + value));
    }

    private void printJson(Delivery delivery, boolean whole) {
        try (HealthJson lines = new HealthJson(console().out())) {
            lines.line(json -> {
                json.writeNumberField("number", delivery.number());
                json.writeStringField("channel", delivery.channel());
                json.writeStringField("key", delivery.key());
                HealthJson.optional(json, "account_id", delivery.account().map(Object::toString));
                json.writeStringField("title", delivery.title());
                json.writeStringField("state", delivery.state().name().toLowerCase(Locale.ROOT));
                json.writeNumberField("attempts", delivery.attempts());
                HealthJson.optional(json, "problem", delivery.problem());
                json.writeStringField("created_at", delivery.createdAt().toString());
                HealthJson.optional(json, "ended_at", delivery.endedAt().map(Object::toString));
                if (whole) {
                    json.writeObjectFieldStart("content");
                    ContentJson.fields(json, delivery.content());
                    json.writeEndObject();
                }
            });
        }
    }

    @Command(
            name = "deliver",
            description = "Hand over now what waits, as 'csm serve' does by itself; what failed waits for its time.")
    static final class Deliver extends CsmCommand {

        Deliver(Console console) {
            super(console);
        }

        @Override
        public Integer call() {
            try (Csm csm = open()) {
                if (csm.channels().isEmpty()) { // what waits to be announced goes on waiting
                    console()
                            .say("no channel is connected; 'csm doctor" + global().again()
                                    + "' says how to connect one");
                    return ExitCode.DONE;
                }
                csm.customerSuccess().agent().announceAlerts().betweenScans(actor());
                DeliverJob job = new DeliverJob(csm.customerSuccess(), csm.channels());
                boolean whole = true;
                for (DeliveryChannel channel : csm.channels()) {
                    DeliverDue.Done done = job.run(actor().tenant(), channel, () -> false);
                    whole &= done.failed() + done.dead() == 0;
                    console()
                            .say(channel.name() + ": " + Words.count(done.delivered()) + " delivered, "
                                    + Words.count(done.failed()) + " to be tried again, " + Words.count(done.dead())
                                    + " given up"
                                    + done.problem().map(why -> "; " + why).orElse(""));
                }
                return whole ? ExitCode.DONE : ExitCode.REFUSALS;
            }
        }
    }
}
