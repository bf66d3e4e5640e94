package io.csm.domain.health.document;

import io.csm.domain.health.Adjustment;
import io.csm.domain.health.Condition;
import io.csm.domain.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads adjustments and their conditions. */
final class AdjustmentReader {

    private static final List<String> ADJUSTMENT = List.of("when", "multiply_by", "because");
    private static final List<String> CONDITION =
            Stream.concat(Stream.of("signal", "is"), Comparisons.CODES.stream()).toList();

    private final Findings findings;
    private final SignalReader signals;

    AdjustmentReader(Findings findings, SignalReader signals) {
        this.findings = findings;
        this.signals = signals;
    }

    List<Adjustment> adjustments(List<DocumentNode> items) {
        List<Adjustment> sound = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Fields.of(items.get(i), "adjustment " + (i + 1), ADJUSTMENT, findings)
                    .flatMap(this::adjustment)
                    .ifPresent(sound::add);
        }
        return sound;
    }

    private Optional<Adjustment> adjustment(Fields adjustment) {
        Optional<Condition> when =
                adjustment.fields("when", CONDITION).flatMap(fields -> condition(adjustment, fields));
        Condition told = when.orElse(Sound.CONDITION);
        Optional<Adjustment> factor = adjustment
                .number("multiply_by")
                .flatMap(by ->
                        findings.attempt(adjustment.at("multiply_by"), () -> new Adjustment(told, by, Sound.NAME)));
        Optional<Adjustment> because = adjustment
                .text("because")
                .flatMap(reason -> findings.attempt(adjustment.at("because"), () -> new Adjustment(told, 1, reason)));
        return when.flatMap(condition ->
                factor.flatMap(by -> because.map(why -> new Adjustment(condition, by.factor(), why.because()))));
    }

    private Optional<Condition> condition(Fields adjustment, Fields when) {
        Optional<Signal> signal = signals.referredToBy(when, "signal");
        Optional<List<Condition.Limit>> limits = limits(when);
        Optional<String> is = when.has("is") ? when.text("is") : Optional.empty();
        boolean isReadable = is.isPresent() || !when.has("is");
        return signal.filter(on ->
                        isReadable && is.map(word -> isAnOption(when, on, word)).orElse(true))
                .flatMap(on -> limits.flatMap(
                        edges -> findings.attempt(culprit(adjustment, when, on), () -> new Condition(on, is, edges))));
    }

    private Optional<List<Condition.Limit>> limits(Fields when) {
        List<String> written = Comparisons.CODES.stream().filter(when::has).toList();
        List<Condition.Limit> limits = new ArrayList<>();
        for (String code : written) {
            when.number(code).ifPresent(edge -> limits.add(new Condition.Limit(Comparisons.of(code), edge)));
        }
        return limits.size() == written.size() ? Optional.of(limits) : Optional.empty();
    }

    private boolean isAnOption(Fields when, Signal signal, String word) {
        boolean isKnown = signal.options().isEmpty() || signal.options().contains(word);
        if (!isKnown) {
            findings.notOneOf(when.at("is"), signal.name(), signal.options(), word);
        }
        return isKnown;
    }

    /** What is to blame when the domain refuses a condition: a word on a number, a limit, or that there is neither. */
    private static Location culprit(Fields adjustment, Fields when, Signal signal) {
        if (when.has("is") && signal.options().isEmpty()) {
            return when.at("is");
        }
        return Comparisons.CODES.stream()
                .filter(when::has)
                .findFirst()
                .map(when::keyAt)
                .orElse(adjustment.at("when"));
    }
}
