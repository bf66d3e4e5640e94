package io.csm.domain.derivation;

import io.csm.domain.signal.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one signal is derived from what is known of an account. Says in words what it reads, in which window, by which
 * formula and without what it is not tracked; and applies the same to an {@link AccountFacts}.
 */
public final class Derivation {

    private final Signal signal;
    private final String source;
    private final String window;
    private final String formula;
    private final Needs needs;
    private final Age age;
    private final Function<History, Finding> rule;

    private Derivation(
            Signal signal,
            String source,
            String window,
            String formula,
            Needs needs,
            Age age,
            Function<History, Finding> rule) {
        this.signal = signal;
        this.source = source;
        this.window = window;
        this.formula = formula;
        this.needs = needs;
        this.age = age;
        this.rule = rule;
    }

    static Derivation derivation(
            Signal signal,
            String source,
            String window,
            String formula,
            Needs needs,
            Age age,
            Function<History, Finding> rule) {
        return new Derivation(signal, source, window, formula, needs, age, rule);
    }

    public Signal signal() {
        return signal;
    }

    /** The facts and events that it reads, in words. */
    public String source() {
        return source;
    }

    /** The time that it looks at, in words. */
    public String window() {
        return window;
    }

    /** How the value is worked out, in words. */
    public String formula() {
        return formula;
    }

    /** Without what the signal is not tracked, in words. */
    public String needs() {
        return needs.words();
    }

    /** What the age of the value is counted from, in words. */
    public String age() {
        return age.words();
    }

    /** The value and when it was observed; empty when the signal is not tracked. */
    public Optional<DerivedValue> derive(AccountFacts facts) {
        return derive(new History(facts));
    }

    Optional<DerivedValue> derive(History history) {
        Finding finding = find(history);
        return finding.value().isEmpty()
                ? Optional.empty()
                : Optional.of(new DerivedValue(signal, finding.value().getAsDouble(), age.observedAt(history)));
    }

    /**
     * How the value came about, such as {@code 3 distinct features in 30 days of 40 in the plan}; or, after
     * {@code not tracked:}, why there is none.
     */
    public String sum(AccountFacts facts) {
        return find(new History(facts)).sum().get();
    }

    /** The facts and events that the value comes from, the newest first; empty when the signal is not tracked. */
    public List<Evidence> evidence(AccountFacts facts) {
        return find(new History(facts))
                .evidence()
                .get()
                .sorted(Evidence.NEWEST_FIRST)
                .toList();
    }

    private Finding find(History history) {
        return needs.missing(history.feeds())
                .map(feed -> Finding.notTracked("there is no " + feed))
                .orElseGet(() -> rule.apply(history));
    }

    @Override
    public String toString() {
        return signal.name() + ": " + formula;
    }
}
