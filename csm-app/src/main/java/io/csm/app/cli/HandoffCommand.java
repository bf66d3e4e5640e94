package io.csm.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.csm.app.Csm;
import io.csm.application.handoff.HandoffAnswer;
import io.csm.application.handoff.HandoffRequest;
import io.csm.application.handoff.Priority;
import io.csm.application.handoff.TaskType;
import io.csm.domain.account.AccountId;
import io.csm.domain.signal.Figures;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "handoff",
        description = {
            "Hand one of the four tasks over to the agent: health_scan, generate_qbr,",
            "check_expansion or track_feature_adoption. What fails is told in the answer."
        })
final class HandoffCommand extends CsmCommand {

    @Parameters(index = "0", paramLabel = "TASK", description = "One of the four.")
    private String task = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ACCOUNT",
            description = "About whom; without it a health scan is about the portfolio.")
    private Optional<String> account = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "KEY=VALUE",
            description = "What else there is to know, such as 'period=Q1 2026' or trigger=contract_proximity.")
    private Map<String, String> context = new LinkedHashMap<>();

    @Option(
            names = "--signal",
            paramLabel = "NAME=VALUE",
            description = "A signal for a health scan of one account; it wins over what is stored.")
    private Map<String, String> signals = new LinkedHashMap<>();

    @Option(names = "--priority", paramLabel = "WORD", description = "normal, high or urgent (default: normal).")
    private String priority = Priority.NORMAL.code();

    HandoffCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        HandoffRequest request = request();
        try (Csm csm = open()) {
            HandoffAnswer answer = csm.customerSuccess().agent().runHandoff().run(actor(), request);
            if (wantsJson()) {
                printJson(answer);
            } else {
                print(answer);
            }
            return switch (answer.status()) {
                case DONE -> ExitCode.DONE;
                case PARTIAL -> ExitCode.REFUSALS;
                case FAILED -> ExitCode.FAILED;
            };
        }
    }

    private HandoffRequest request() {
        Map<String, Object> all = new LinkedHashMap<>(context);
        if (!signals.isEmpty()) {
            all.put("signals", new TreeMap<String, Object>(signals));
        }
        try {
            return new HandoffRequest(
                    TaskType.ofCode(task),
                    account.map(AccountId::new),
                    actor().tenant(),
                    all,
                    Priority.ofCode(priority));
        } catch (IllegalArgumentException nonsense) {
            throw Failure.usage(Optional.ofNullable(nonsense.getMessage()).orElse("the request makes no sense"));
        }
    }

    private void print(HandoffAnswer answer) {
        Paragraphs paragraphs = new Paragraphs(console());
        console()
                .say(console()
                        .bold(answer.task().code() + ": " + answer.status().code()));
        paragraphs.list(answer.done());
        answer.notDone()
                .forEach(each -> paragraphs.text("not done: " + each.what()
                        + each.account().map(id -> " of " + id).orElse("") + ": " + each.why()));
        answer.result().forEach((field, value) -> result(paragraphs, field.replace('_', ' '), value));
    }

    private void result(Paragraphs paragraphs, String field, Object value) {
        if (value instanceof List<?> list) {
            paragraphs.heading(Words.capitalised(field));
            paragraphs.list(list.stream().map(HandoffCommand::words).toList());
        } else if (value instanceof Map<?, ?> || value == null) {
            paragraphs.text(field + ": " + (value == null ? "not known" : words(value)));
        } else {
            paragraphs.text(
                    field + ": " + (value instanceof BigDecimal figure ? Figures.show(figure.doubleValue()) : value));
        }
    }

    private static String words(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value);
        }
        StringBuilder words = new StringBuilder();
        map.forEach((field, each) -> {
            if (each != null) {
                words.append(words.isEmpty() ? "" : "; ")
                        .append(String.valueOf(field).replace('_', ' '))
                        .append(": ")
                        .append(each instanceof List<?> list ? list(list) : each);
            }
        });
        return words.toString();
    }

    private static String list(List<?> list) {
        return String.join(" ", list.stream().map(String::valueOf).toList());
    }

    private void printJson(HandoffAnswer answer) {
        try (HealthJson lines = new HealthJson(console().out())) {
            lines.line(json -> {
                json.writeStringField("task", answer.task().code());
                HealthJson.optional(json, "account_id", answer.account().map(AccountId::value));
                json.writeStringField("status", answer.status().code());
                texts(json, "done", answer.done());
                json.writeArrayFieldStart("not_done");
                for (HandoffAnswer.NotDone each : answer.notDone()) {
                    json.writeStartObject();
                    HealthJson.optional(json, "account_id", each.account().map(AccountId::value));
                    json.writeStringField("what", each.what());
                    json.writeStringField("why", each.why());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeObjectFieldStart("result");
                ContentJson.fields(json, answer.result());
                json.writeEndObject();
            });
        }
    }

    static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
