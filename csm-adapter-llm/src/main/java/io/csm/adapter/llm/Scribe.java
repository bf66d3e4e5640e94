package io.csm.adapter.llm;

import dev.langchain4j.data.message.ChatMessage;
import io.csm.adapter.llm.AnswerForm.Reading;
import io.csm.adapter.llm.Model.Reply;
import io.csm.application.access.TenantId;
import io.csm.application.narrative.ModelAnswer;
import io.csm.application.narrative.ModelAnswer.Outcome;
import io.csm.application.narrative.port.ModelJournal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks a model, checks what it says against form and facts, asks once more when it cannot be used, and keeps every raw
 * answer.
 */
final class Scribe {

    private static final int LONGEST_BODY = 2_000;

    private final Model model;
    private final LlmSettings settings;
    private final Patience patience;
    private final ModelJournal journal;
    private final DayLimits limits;
    private final Clock clock;

    Scribe(Model model, LlmSettings settings, Patience patience, ModelJournal journal, Clock clock) {
        this.model = model;
        this.settings = settings;
        this.patience = patience;
        this.journal = journal;
        this.limits = new DayLimits(settings, journal, clock);
        this.clock = clock;
    }

    /** The checked answer, or why there is none. */
    <A extends Answer> Reading<A> ask(TenantId tenant, Prompt<A> prompt) {
        KnownClaims claims = prompt.facts().claims(); // what cannot be checked is not paid for
        Deadline deadline = Deadline.in(patience.forOneText());
        Attempt<A> first = attempt(tenant, prompt, claims, prompt.messages(), deadline, Outcome.ASKED_AGAIN);
        boolean isDone = first.raw.isEmpty() || first.reading.answer().isPresent();
        return isDone
                ? first.reading
                : attempt(
                                tenant,
                                prompt,
                                claims,
                                prompt.messages(first.raw.get(), first.reading.problem()),
                                deadline,
                                Outcome.REJECTED)
                        .reading;
    }

    /** One answer and what it came to; without a raw one, none came. */
    private record Attempt<A>(Optional<String> raw, Reading<A> reading) {

        static <A> Attempt<A> none(String reason) {
            return new Attempt<>(Optional.empty(), new Reading<>(Optional.empty(), reason));
        }
    }

    private <A extends Answer> Attempt<A> attempt(
            TenantId tenant,
            Prompt<A> prompt,
            KnownClaims claims,
            List<ChatMessage> messages,
            Deadline deadline,
            Outcome whenUnusable) {
        Optional<String> reached = limits.reached(tenant);
        if (reached.isPresent()) {
            return Attempt.none(reached.get());
        }
        if (!deadline.allows(patience.timeout())) {
            return Attempt.none("the language model took too long");
        }
        Instant asked = clock.instant();
        try {
            Reply reply = model.ask(messages, prompt, deadline);
            Reading<A> reading = read(tenant, prompt, claims, asked, reply);
            Outcome outcome = reading.answer().isPresent() ? Outcome.USED : whenUnusable;
            keep(tenant, prompt, asked, reply, outcome, reading.problem());
            return new Attempt<>(Optional.of(reply.text()), reading);
        } catch (ModelUnavailable unavailable) {
            if (unavailable.wasAsked()) {
                Reply none = new Reply(Redaction.redact(beginning(unavailable.body())), 0, 0);
                keep(tenant, prompt, asked, none, Outcome.FAILED, unavailable.reason());
            }
            return Attempt.none(unavailable.reason());
        }
    }

    /** An answer over which we stumble was paid for all the same, so it is kept. */
    private <A extends Answer> Reading<A> read(
            TenantId tenant, Prompt<A> prompt, KnownClaims claims, Instant asked, Reply reply) {
        try {
            return check(prompt, claims, reply.text());
        } catch (RuntimeException failure) {
            String problem = "reading it failed (" + failure.getClass().getSimpleName() + ")";
            keep(tenant, prompt, asked, reply, Outcome.REJECTED, problem);
            throw failure;
        }
    }

    private static <A extends Answer> Reading<A> check(Prompt<A> prompt, KnownClaims claims, String raw) {
        Reading<A> reading = prompt.form().read(raw);
        return reading.answer()
                .flatMap(answer -> answer.prose().stream()
                        .flatMap(text -> claims.firstUnknown(text).stream())
                        .findFirst())
                .map(problem -> new Reading<>(Optional.<A>empty(), problem))
                .orElse(reading);
    }

    private void keep(TenantId tenant, Prompt<?> prompt, Instant asked, Reply reply, Outcome outcome, String problem) {
        Optional<BigDecimal> cost = settings.prices().map(prices -> prices.of(reply.tokensIn(), reply.tokensOut()));
        journal.append(
                tenant,
                new ModelAnswer(
                        asked,
                        prompt.purpose(),
                        prompt.account(),
                        model.name(),
                        withoutKey(reply.text()),
                        outcome,
                        Optional.of(withoutKey(problem)).filter(text -> !text.isEmpty()),
                        reply.tokensIn(),
                        reply.tokensOut(),
                        cost));
    }

    private static String beginning(String body) {
        return body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY);
    }

    private String withoutKey(String text) {
        return settings.key()
                .map(key -> text.replace(key.value(), key.toString()))
                .orElse(text);
    }
}
