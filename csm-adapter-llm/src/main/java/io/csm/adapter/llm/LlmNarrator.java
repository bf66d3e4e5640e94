package io.csm.adapter.llm;

import io.csm.adapter.llm.AnswerForm.Reading;
import io.csm.application.access.TenantId;
import io.csm.application.narrative.port.Narrator;
import io.csm.domain.adoption.AdoptionReport;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.HealthSummary;
import io.csm.domain.narrative.Written;
import io.csm.domain.qbr.QbrFacts;
import io.csm.domain.qbr.QbrText;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets a model phrase what is settled; whatever goes wrong, another narrator writes and the note says why. */
final class LlmNarrator implements Narrator {

    private final Scribe scribe;
    private final String model;
    private final Narrator fallback;

    LlmNarrator(Scribe scribe, String model, Narrator fallback) {
        this.scribe = scribe;
        this.model = model;
        this.fallback = fallback;
    }

    @Override
    public Written<HealthSummary> healthSummary(TenantId tenant, AccountBrief brief) {
        Written<HealthSummary> rules = fallback.healthSummary(tenant, brief);
        return write(tenant, rules, () -> HealthPrompt.of(brief), answer -> byModel(answer.over(rules.text())));
    }

    @Override
    public Written<ChurnNarrative> churn(TenantId tenant, AccountBrief brief) {
        Written<ChurnNarrative> rules = fallback.churn(tenant, brief);
        return write(tenant, rules, () -> ChurnPrompt.of(brief), answer -> byModel(answer.over(rules.text())));
    }

    @Override
    public Written<QbrText> qbr(TenantId tenant, QbrFacts facts) {
        Written<QbrText> rules = fallback.qbr(tenant, facts);
        return write(
                tenant,
                rules,
                () -> QbrPrompt.of(facts),
                answer -> byModel(QbrPhrasing.over(rules.text(), facts, answer)));
    }

    @Override
    public Written<List<Opportunity>> expansion(
            TenantId tenant, AccountBrief brief, List<Opportunity> found, ProductCatalogue catalogue) {
        Written<List<Opportunity>> rules = fallback.expansion(tenant, brief, found, catalogue);
        ExpansionPhrasing phrasing = new ExpansionPhrasing(brief, rules.text(), catalogue, model);
        return write(tenant, rules, () -> ExpansionPrompt.of(brief, found, catalogue), answer -> {
            List<Opportunity> phrased = phrasing.over(answer);
            return phrased.equals(rules.text())
                    ? rules.because("the language model had nothing to add")
                    : byModel(phrased);
        });
    }

    @Override
    public Written<List<String>> adoption(TenantId tenant, AccountBrief brief, AdoptionReport report) {
        Written<List<String>> rules = fallback.adoption(tenant, brief, report);
        return write(
                tenant,
                rules,
                () -> AdoptionPrompt.of(brief, report),
                answer -> answer.recommendations().isEmpty()
                        ? rules.because("the language model had nothing to add")
                        : byModel(answer.recommendations()));
    }

    private <T> Written<T> byModel(T text) {
        return Written.byModel(text, model);
    }

    private <A extends Answer, T> Written<T> write(
            TenantId tenant, Written<T> rules, Supplier<Prompt<A>> prompt, Function<A, Written<T>> phrase) {
        try {
            Reading<A> reading = scribe.ask(tenant, prompt.get());
            return reading.answer().map(phrase).orElseGet(() -> rules.because(sentence(reading.problem())));
        } catch (RuntimeException failure) {
            // a text that is late or by rules is better than none: the port promises an answer, whatever happens
            return rules.because(sentence(
                    "asking the language model failed (" + failure.getClass().getSimpleName() + ")"));
        }
    }

    private static String sentence(String reason) {
        return "not written by the language model: " + reason;
    }
}
