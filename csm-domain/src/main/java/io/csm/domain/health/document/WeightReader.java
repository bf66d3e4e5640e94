package io.csm.domain.health.document;

import io.csm.domain.health.ScorecardLanguage;
import io.csm.domain.health.Weight;
import io.csm.domain.signal.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a measure counts for. */
final class WeightReader {

    static final List<String> KEYS = List.of("points", "percent");
    private static final List<String> BY_CHOICE = List.of("by", "each", "otherwise");

    private final Findings findings;
    private final SignalReader signals;

    WeightReader(Findings findings, SignalReader signals) {
        this.findings = findings;
        this.signals = signals;
    }

    Optional<Weight> weight(Fields measure) {
        return measure.oneOf(KEYS).flatMap(key -> key.equals("points") ? points(measure) : percent(measure));
    }

    private Optional<Weight> points(Fields measure) {
        return measure.number("points")
                .flatMap(most -> findings.attempt(measure.at("points"), () -> ScorecardLanguage.points(most)));
    }

    private Optional<Weight> percent(Fields measure) {
        boolean dependsOnAChoice =
                measure.find("percent").flatMap(DocumentNode::asMapping).isPresent();
        if (dependsOnAChoice) {
            return measure.fields("percent", BY_CHOICE).flatMap(this::percentBy);
        }
        return measure.number("percent")
                .flatMap(share -> findings.attempt(measure.at("percent"), () -> ScorecardLanguage.percent(share)));
    }

    private Optional<Weight> percentBy(Fields percent) {
        Optional<Signal> choice = signals.referredToBy(percent, "by")
                .flatMap(signal ->
                        findings.attempt(percent.at("by"), () -> ScorecardLanguage.percentBy(signal, 0, Map.of())))
                .flatMap(Weight::by);
        Optional<Double> otherwise = percent.number("otherwise");
        return choice.flatMap(signal -> each(percent, signal)
                .flatMap(each -> otherwise.flatMap(share -> findings.attempt(
                        percent.at("otherwise"), () -> ScorecardLanguage.percentBy(signal, share, each)))));
    }

    private Optional<Map<String, Double>> each(Fields percent, Signal choice) {
        if (!percent.has("each")) {
            return Optional.of(Map.of());
        }
        return percent.fields("each", choice.options()).flatMap(each -> shares(each, choice));
    }

    private Optional<Map<String, Double>> shares(Fields each, Signal choice) {
        Map<String, Double> shares = new HashMap<>();
        List<String> written = choice.options().stream().filter(each::has).toList();
        for (String option : written) {
            each.number(option)
                    .flatMap(share -> findings.attempt(
                            each.at(option), () -> ScorecardLanguage.percentBy(choice, 0, Map.of(option, share))))
                    .ifPresent(weight -> shares.putAll(weight.each()));
        }
        return shares.size() == written.size() && !each.hasUnknownKeys() ? Optional.of(shares) : Optional.empty();
    }
}
