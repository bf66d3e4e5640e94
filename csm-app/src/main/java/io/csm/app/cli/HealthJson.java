package io.csm.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.churn.ChurnTrigger;
import io.csm.domain.health.AdjustmentOutcome;
import io.csm.domain.health.Contribution;
import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Measure;
import io.csm.domain.health.ScoreChange;
import io.csm.domain.health.Scorecard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes JSON lines in the words that programs rely on; numbers in full precision. */
final class HealthJson implements AutoCloseable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;

    HealthJson(OutputStream out) {
        try {
            json = JSON.createGenerator(out);
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Something that writes fields. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** One object on a line of its own. */
    void line(Fields fields) {
        try {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Hands everything over. */
    void flush() {
        try {
            json.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        flush();
    }

    /** The line of a scored account, as a scan prints it. */
    void scored(AccountHealth health) {
        line(fields -> scored(fields, health));
    }

    static void scored(JsonGenerator json, AccountHealth health) throws IOException {
        HealthScore score = health.score();
        json.writeStringField("account_id", score.snapshot().account().value());
        json.writeNumberField("score", score.value());
        json.writeStringField("rag", score.rag().name());
        json.writeStringField("churn_risk_level", health.risk().code());
        optional(json, "churn_triggered_by", health.trigger().map(ChurnTrigger::code));
        json.writeBooleanField("should_alert", health.shouldAlert());
        json.writeObjectFieldStart("signal_breakdown");
        double[] points = score.points();
        List<Measure> measures = score.scorecard().measures();
        for (int m = 0; m < points.length; m++) {
            json.writeNumberField(measures.get(m).name(), points[m]);
        }
        json.writeEndObject();
        outcomes(
                json,
                "adjustments",
                score.adjustments().stream().filter(AdjustmentOutcome::applied).toList());
        json.writeNumberField("coverage", score.coverage());
        json.writeStringField("scorecard", score.scorecard().name());
        json.writeNumberField("scorecard_version", score.scorecard().version());
    }

    static void outcomes(JsonGenerator json, String name, List<AdjustmentOutcome> outcomes) throws IOException {
        json.writeArrayFieldStart(name);
        for (AdjustmentOutcome outcome : outcomes) {
            json.writeStartObject();
            json.writeStringField(
                    "signal", outcome.adjustment().condition().signal().name());
            json.writeNumberField("factor", outcome.adjustment().factor());
            json.writeBooleanField("applied", outcome.applied());
            json.writeStringField("sentence", outcome.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void contributions(JsonGenerator json, HealthScore score) throws IOException {
        json.writeArrayFieldStart("contributions");
        for (Contribution contribution : score.contributions()) {
            json.writeStartObject();
            json.writeStringField("measure", contribution.measure().name());
            if (!contribution.group().isEmpty()) {
                json.writeStringField("group", contribution.group());
            }
            json.writeNumberField("points", contribution.points());
            json.writeNumberField("max", contribution.max());
            json.writeStringField("backing", code(contribution.backing()));
            json.writeStringField("sentence", contribution.sentence());
            inputs(json, contribution);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void inputs(JsonGenerator json, Contribution contribution) throws IOException {
        json.writeArrayFieldStart("signals");
        for (Contribution.Input input : contribution.inputs()) {
            json.writeStartObject();
            json.writeStringField("signal", input.signal().name());
            optional(json, "value", input.value().isPresent() ? Optional.of(input.shown()) : Optional.empty());
            json.writeBooleanField("assumed", input.isAssumed());
            optional(json, "source", input.origin().map(origin -> origin.source()));
            optional(
                    json,
                    "observed_at",
                    input.origin().map(origin -> origin.observedAt().toString()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A change of score, split into its causes. */
    static void change(JsonGenerator json, ScoreChange change) throws IOException {
        json.writeObjectFieldStart("change");
        json.writeNumberField("previous_score", change.previous().value());
        json.writeStringField("previous_scored_at", change.previous().scoredAt().toString());
        json.writeStringField(
                "previous_scorecard", change.previous().scorecard().name());
        json.writeNumberField(
                "previous_scorecard_version", change.previous().scorecard().version());
        json.writeNumberField("total", change.total());
        json.writeNumberField("by_signals", change.bySignals());
        json.writeNumberField("by_scorecard", change.byScorecard());
        json.writeNumberField("by_adjustments", change.byAdjustments());
        json.writeArrayFieldStart("signals");
        for (ScoreChange.Move move : change.moves()) {
            json.writeStartObject();
            json.writeStringField("signal", move.signal().name());
            optional(json, "before", shown(move, move.before()));
            optional(json, "after", shown(move, move.after()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Optional<String> shown(ScoreChange.Move move, OptionalDouble value) {
        return value.stream().mapToObj(move.signal()::show).findFirst();
    }

    private static String code(Contribution.Backing backing) {
        return switch (backing) {
            case TRACKED -> "tracked";
            case STOOD_IN -> "stood_in";
            case LEFT_OUT -> "left_out";
        };
    }

    /** Which scorecard. */
    static void scorecard(JsonGenerator json, Scorecard scorecard) throws IOException {
        json.writeStringField("name", scorecard.name());
        json.writeNumberField("version", scorecard.version());
        json.writeNumberField("measures", scorecard.measures().size());
    }

    /** The line of a refused row. */
    void refused(RefusedRow row) {
        line(fields -> refused(fields, row));
    }

    static void refused(JsonGenerator json, RefusedRow row) throws IOException {
        if (row.line() > 0) {
            json.writeNumberField("line", row.line());
        } else {
            json.writeNullField("line");
        }
        optional(json, "account_id", row.account());
        json.writeStringField("field", row.field());
        optional(json, "value", row.value().isEmpty() ? Optional.empty() : Optional.of(row.value()));
        json.writeStringField("rule", row.rule());
    }

    /** A text, or null where there is none. */
    static void optional(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeNullField(name);
        }
    }
}
