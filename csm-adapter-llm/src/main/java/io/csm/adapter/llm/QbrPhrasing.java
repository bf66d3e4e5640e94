package io.csm.adapter.llm;

import io.csm.adapter.llm.QbrPrompt.Review;
import io.csm.domain.adoption.FeatureUse;
import io.csm.domain.qbr.Metric;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrSection;
import io.csm.domain.qbr.QbrText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the model's prose goes in a review: narratives, and the next steps. Headings and all bullets with figures stay
 * as the rules wrote them, and a figure or feature that the facts do not have is left out.
 */
final class QbrPhrasing {

    private static final int MOST_SENTENCES = 3;
    private static final int FEWEST_WORDS = 3;

    private QbrPhrasing() {}

    static QbrText over(QbrText rules, QbrFacts facts, Review answer) {
        Stream<String> metrics = facts.roi().stream().map(Metric::name);
        Stream<String> features = Stream.concat(facts.adoption().used().stream(), facts.adoption().underUsed().stream())
                .map(FeatureUse::feature)
                .distinct();
        return new QbrText(
                narrated(rules.health(), answer.healthSummary()),
                narrated(rules.roi(), sentences(metrics, answer.roiMetrics())),
                narrated(rules.adoption(), sentences(features, answer.featureAdoptionScorecard())),
                listed(rules.nextSteps(), answer.expansionNextSteps()));
    }

    private static QbrSection narrated(QbrSection rules, String narrative) {
        return narrative.isBlank() ? rules : new QbrSection(rules.heading(), narrative.strip(), rules.bullets());
    }

    private static QbrSection listed(QbrSection rules, List<String> bullets) {
        return bullets.isEmpty() ? rules : new QbrSection(rules.heading(), rules.narrative(), bullets);
    }

    /** The sentences about those, in their order; a word or a bare figure is no sentence. */
    private static String sentences(Stream<String> names, Map<String, String> said) {
        return String.join(
                " ",
                names.map(name -> about(name, said))
                        .filter(text -> text.split("\\s+").length >= FEWEST_WORDS)
                        .limit(MOST_SENTENCES)
                        .map(text -> text.matches("(?s).*[.!?]") ? text : text + ".")
                        .toList());
    }

    private static String about(String name, Map<String, String> said) {
        return said.entrySet().stream()
                .filter(each -> key(each.getKey()).equals(key(name)))
                .map(each -> each.getValue().strip())
                .findFirst()
                .orElse("");
    }

    /** {@code active_users} and {@code Active users} are the same name. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }
}
