package io.csm.domain.health.document;

import io.csm.domain.health.Adjustment;
import io.csm.domain.health.AtRisk;
import io.csm.domain.health.Bands;
import io.csm.domain.health.ByChoice;
import io.csm.domain.health.Condition;
import io.csm.domain.health.Line;
import io.csm.domain.health.Measure;
import io.csm.domain.health.MeasureGroup;
import io.csm.domain.health.Rag;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.Step;
import io.csm.domain.health.Steps;
import io.csm.domain.health.Weight;
import io.csm.domain.health.document.DocumentNode.Mapping;
import io.csm.domain.health.document.DocumentNode.Scalar;
import io.csm.domain.health.document.DocumentNode.Sequence;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a scorecard as a document, in the order in which a person would tell it; {@link ScorecardReader} makes an equal
 * scorecard of it. How an own signal is said in a sentence is code and does not stand in a document.
 */
public final class ScorecardWriter {

    private ScorecardWriter() {}

    /** The document; what is the default is left out. */
    public static Mapping write(Scorecard scorecard) {
        MappingBuilder document = new MappingBuilder()
                .with("name", scorecard.name())
                .with("version", scorecard.version())
                .with("bands", edges(scorecard.bands()));
        if (!labels(scorecard.bands()).equals(labels(Sound.BANDS))) {
            document.with("labels", labels(scorecard.bands()));
        }
        if (!scorecard.ownSignals().isEmpty()) {
            document.with("signals", list(scorecard.ownSignals(), SignalWriter::write));
        }
        measures(document, scorecard.groups());
        if (!scorecard.adjustments().isEmpty()) {
            document.with("adjustments", list(scorecard.adjustments(), ScorecardWriter::adjustment));
        }
        if (scorecard.atRisk() != AtRisk.WHEN_RED) {
            document.with("at_risk", scorecard.atRisk().code());
        }
        scorecard.dipAlert().ifPresent(alert -> document.with("dip_alert", alert.points()));
        return document.build();
    }

    private static <T> Sequence list(List<T> items, Function<T, ? extends DocumentNode> write) {
        return new Sequence(items.stream().<DocumentNode>map(write).toList(), Location.UNKNOWN);
    }

    private static Mapping edges(Bands bands) {
        return new MappingBuilder()
                .with("green", bands.green().from())
                .with("amber", bands.amber().from())
                .build();
    }

    private static Mapping labels(Bands bands) {
        return new MappingBuilder()
                .with("green", bands.of(Rag.GREEN).label())
                .with("amber", bands.of(Rag.AMBER).label())
                .with("red", bands.of(Rag.RED).label())
                .build();
    }

    private static void measures(MappingBuilder document, List<MeasureGroup> groups) {
        boolean isWithoutGroups = groups.size() == 1 && groups.get(0).name().isEmpty();
        if (isWithoutGroups) {
            document.with("measures", list(groups.get(0).measures(), ScorecardWriter::measure));
        } else {
            document.with("groups", list(groups, ScorecardWriter::group));
        }
    }

    private static Mapping group(MeasureGroup group) {
        return new MappingBuilder()
                .with("group", group.name())
                .with("percent", group.percent())
                .with("measures", list(group.measures(), ScorecardWriter::measure))
                .build();
    }

    private static Mapping measure(Measure measure) {
        MappingBuilder written = new MappingBuilder()
                .with("measure", measure.name())
                .with(measure.weight().kind() == Weight.Kind.POINTS ? "points" : "percent", weight(measure.weight()));
        measure.rule()
                .match(
                        line -> written.with("line", line(line)),
                        steps -> written.with("steps", steps(steps)),
                        choice -> written.with("choice", choice(choice)),
                        formula -> written.with("formula", formula.code()));
        if (measure.whenNotTracked().isLeftOut()) {
            written.with("when_not_tracked", "left_out");
        } else if (!measure.whenNotTracked().isRequired()) {
            written.with("when_not_tracked", measure.whenNotTracked().points());
        }
        return written.build();
    }

    private static DocumentNode weight(Weight weight) {
        return weight.by()
                .<DocumentNode>map(signal -> {
                    MappingBuilder each = new MappingBuilder();
                    signal.options().stream()
                            .filter(weight.each()::containsKey)
                            .forEach(option -> each.with(option, weight.each().getOrDefault(option, weight.value())));
                    MappingBuilder by = new MappingBuilder().with("by", signal.name());
                    return (weight.each().isEmpty() ? by : by.with("each", each.build()))
                            .with("otherwise", weight.value())
                            .build();
                })
                .orElseGet(() -> Scalar.number(weight.value()));
    }

    private static Mapping line(Line line) {
        return new MappingBuilder()
                .with("signal", line.signal().name())
                .with("from", end(line.from(), line.pointsAtFrom()))
                .with("to", end(line.to(), line.pointsAtTo()))
                .build();
    }

    private static Mapping end(double value, double points) {
        return new MappingBuilder().with("value", value).with("points", points).build();
    }

    private static Mapping steps(Steps steps) {
        return new MappingBuilder()
                .with("signal", steps.signal().name())
                .with("first", list(steps.steps(), ScorecardWriter::step))
                .with("otherwise", steps.otherwise())
                .build();
    }

    private static Mapping step(Step step) {
        return new MappingBuilder()
                .with(step.comparison().code(), step.edge())
                .with("points", step.points())
                .build();
    }

    private static Mapping choice(ByChoice choice) {
        MappingBuilder scores = new MappingBuilder();
        choice.signal()
                .options()
                .forEach(option -> scores.with(option, choice.points().getOrDefault(option, 0.0)));
        return new MappingBuilder()
                .with("signal", choice.signal().name())
                .with("scores", scores.build())
                .build();
    }

    private static Mapping adjustment(Adjustment adjustment) {
        return new MappingBuilder()
                .with("when", condition(adjustment.condition()))
                .with("multiply_by", adjustment.factor())
                .with("because", adjustment.because())
                .build();
    }

    private static Mapping condition(Condition condition) {
        MappingBuilder when =
                new MappingBuilder().with("signal", condition.signal().name());
        condition.is().ifPresent(word -> when.with("is", word));
        condition.limits().forEach(limit -> when.with(limit.comparison().code(), limit.edge()));
        return when.build();
    }
}
