package io.csm.domain.qbr;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.adoption.AdoptionWriter;
import io.csm.domain.adoption.PeerUsage;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.derivation.AccountFacts;
import io.csm.domain.draft.Draft;
import io.csm.domain.expansion.ExpansionFinders;
import io.csm.domain.expansion.ExpansionWriter;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.fixture.RandomBriefs;
import io.csm.domain.narrative.Writer;
import io.csm.domain.narrative.Written;
import io.csm.domain.time.Quarter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WritingAboutAnyAccountTest {

    private static final int ACCOUNTS = 600;

    /** Of quarters that are over, running, and yet to come. */
    private static final List<Quarter> PERIODS =
            List.of(Quarter.parse("Q1 2026"), Quarter.parse("Q4 2025"), Quarter.parse("Q2 2026"));

    private record Case(
            QbrFacts facts,
            PeerUsage peers,
            ProductCatalogue catalogue,
            AdoptionReport adoption,
            List<Opportunity> opportunities) {

        static Case of(long seed) {
            RandomBriefs random = RandomBriefs.seeded(seed);
            AccountBrief brief = random.brief();
            PeerUsage peers = random.peers();
            ProductCatalogue catalogue = random.catalogue();
            AdoptionReport adoption = AdoptionReport.of(brief, peers);
            List<Opportunity> opportunities = ExpansionFinders.find(brief, catalogue);
            QbrFacts facts = QbrFacts.of(
                    brief, random.oneOf(PERIODS), random.oneOf(List.of(QbrTrigger.values())), adoption, opportunities);
            return new Case(facts, peers, catalogue, adoption, opportunities);
        }

        QbrText text() {
            return QbrWriter.write(facts);
        }

        Stream<Draft> drafts() {
            AccountBrief brief = facts.brief();
            return Stream.of(
                    AdoptionWriter.draft(brief, adoption, Writer.RULES),
                    ExpansionWriter.draft(brief, opportunities),
                    QbrWriter.draft(Qbr.of(facts, Written.byRules(text()), brief.asOf())));
        }
    }

    private static final List<Case> CASES =
            LongStream.range(0, ACCOUNTS).mapToObj(Case::of).toList();

    private static Stream<Case> cases() {
        return CASES.stream();
    }

    @Test
    void never_prints_what_no_person_would_write() {
        cases().flatMap(Case::drafts)
                .forEach(draft -> assertThat(draft.subject() + "\n" + draft.body())
                        .doesNotContain("null", "N/A", "Optional", "NaN", "Infinity", "  ", "..", " .", " ,", ",,")
                        .doesNotContain("\t", "\u200b")
                        .doesNotContainPattern("(?<![0-9.,])1 (seats|features|uses|people|days|tickets|answers)")
                        .doesNotContainPattern("(?m)^- *$")
                        .doesNotContainPattern("(?m) $"));
    }

    @Test
    void writes_two_or_three_sentences_and_bullets_that_say_something() {
        cases().map(Case::text).flatMap(text -> text.sections().stream()).forEach(section -> {
            String unabbreviated = section.narrative().replaceAll("Inc\\.|Co\\.|J\\. Doe Jr\\.", "X");
            assertThat(unabbreviated.split("(?<=[.?!]) "))
                    .as(section.narrative())
                    .hasSizeBetween(2, 3);
            assertThat(section.narrative()).matches("(?s)[A-Z0-9e].*[.?!]");
            assertThat(section.bullets())
                    .allSatisfy(bullet ->
                            assertThat(bullet.strip()).isEqualTo(bullet).hasSizeGreaterThan(5));
            assertThat(section.bullets()).doesNotHaveDuplicates();
        });
    }

    @Test
    void says_nothing_to_a_customer_that_is_for_us_alone() {
        cases().map(Case::text)
                .flatMap(text -> text.sections().stream())
                .flatMap(section -> Stream.concat(Stream.of(section.narrative()), section.bullets().stream()))
                .forEach(text -> assertThat(text)
                        .doesNotContainIgnoringCase("churn", "risk", "at_risk", "confidence", "champion", "ARR ")
                        .doesNotContainPattern("\\b(RED|AMBER|GREEN)\\b")
                        .doesNotContainPattern("[a-z]_[a-z]"));
    }

    @Test
    void says_the_same_of_the_same_facts_in_any_order() {
        Random random = new Random(7);
        cases().forEach(one -> {
            QbrFacts facts = one.facts();
            AccountBrief shuffled = shuffled(facts.brief(), random);

            assertThat(QbrWriter.write(QbrFacts.of(
                            shuffled, facts.period(), facts.trigger(), one.adoption(), one.opportunities())))
                    .isEqualTo(one.text());
            assertThat(AdoptionReport.of(shuffled, one.peers())).isEqualTo(one.adoption());
            assertThat(ExpansionFinders.find(shuffled, one.catalogue())).isEqualTo(one.opportunities());
        });
    }

    private static AccountBrief shuffled(AccountBrief brief, Random random) {
        AccountFacts facts = brief.facts();
        return new AccountBrief(
                brief.account(),
                brief.health(),
                brief.history(),
                new AccountFacts(
                        facts.viewpoint(),
                        facts.terms(),
                        facts.feeds(),
                        shuffled(facts.contacts(), random),
                        shuffled(facts.subscriptions(), random),
                        shuffled(facts.invoices(), random),
                        shuffled(facts.tickets(), random),
                        shuffled(facts.touchpoints(), random),
                        shuffled(facts.events(), random)),
                brief.owner());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Test
    void recommends_at_most_eight_things_and_lists_no_feature_twice() {
        cases().map(Case::adoption).forEach(report -> {
            assertThat(report.recommendations()).hasSizeLessThanOrEqualTo(8).doesNotHaveDuplicates();
            assertThat(report.used()).extracting(use -> use.feature()).doesNotHaveDuplicates();
            assertThat(report.underUsed()).extracting(use -> use.feature()).doesNotHaveDuplicates();
        });
    }

    /** Otherwise the properties above would look at little. */
    @Test
    void meets_every_kind_of_opportunity_confidence_and_recommendation() {
        Set<String> met = new TreeSet<>();
        cases().forEach(one -> {
            one.opportunities().forEach(found -> met.add(found.type() + " " + found.confidence()));
            one.adoption().recommendations().forEach(text -> met.add(text.substring(0, text.indexOf(' '))));
        });

        assertThat(met)
                .contains("Introduce", "Bring", "Find", "Ask", "Raise", "Call", "Show")
                .contains("SEATS LOW", "SEATS MEDIUM", "SEATS HIGH")
                .contains("MODULE LOW", "MODULE MEDIUM", "MODULE HIGH")
                .contains("INTEGRATION LOW", "INTEGRATION MEDIUM");
    }
}
