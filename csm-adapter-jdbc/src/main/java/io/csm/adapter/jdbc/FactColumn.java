package io.csm.adapter.jdbc;

import io.csm.domain.account.Money;
import io.csm.domain.fact.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A column of the table of a kind of facts.
 *
 * @param name as the table has it
 * @param write writes it for one fact
 */
record FactColumn<F extends Fact>(String name, BiConsumer<BinaryCopy, F> write) {

    static <F extends Fact> FactColumn<F> text(String name, Function<F, Optional<String>> value) {
        return new FactColumn<>(name, (copy, fact) -> copy.optional(value.apply(fact), copy::text));
    }

    static <F extends Fact> FactColumn<F> number(String name, Function<F, Optional<Integer>> value) {
        return new FactColumn<>(name, (copy, fact) -> copy.optional(value.apply(fact), copy::wholeNumber));
    }

    static <F extends Fact> FactColumn<F> smallNumber(String name, Function<F, Optional<Integer>> value) {
        return new FactColumn<>(name, (copy, fact) -> copy.optional(value.apply(fact), copy::smallNumber));
    }

    static <F extends Fact> FactColumn<F> day(String name, Function<F, Optional<LocalDate>> value) {
        return new FactColumn<>(name, (copy, fact) -> copy.optional(value.apply(fact), copy::day));
    }

    static <F extends Fact> FactColumn<F> instant(String name, Function<F, Optional<Instant>> value) {
        return new FactColumn<>(name, (copy, fact) -> copy.optional(value.apply(fact), copy::timestamp));
    }

    static <F extends Fact> FactColumn<F> yesOrNo(String name, Function<F, Boolean> value) {
        return new FactColumn<>(name, (copy, fact) -> copy.yesOrNo(value.apply(fact)));
    }

    static <F extends Fact> FactColumn<F> amount(String name, Function<F, Optional<Money>> value) {
        return new FactColumn<>(
                name, (copy, fact) -> copy.optional(value.apply(fact).map(Money::amount), copy::decimal));
    }

    static <F extends Fact> FactColumn<F> currency(String name, Function<F, Optional<Money>> value) {
        return text(
                name, fact -> value.apply(fact).map(money -> money.currency().getCurrencyCode()));
    }
}
