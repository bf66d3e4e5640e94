package io.csm.domain.alert;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.churn.AccountHealth;
import io.csm.domain.draft.Draft;
import io.csm.domain.health.HealthScore;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Prose;
import io.csm.domain.narrative.Written;
import io.csm.domain.signal.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what is said about one alert: its notice, the draft for the representative and the chat message. */
public final class AlertWriter {

    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9._:/@%+=][A-Za-z0-9._:/@%+=-]*");

    private AlertWriter() {}

    /**
     * Puts an alert into words.
     *
     * @param raised the alert as it is raised now
     * @param health the health for which it is
     * @param previous the health before that one; only a dip needs it
     */
    public static Notice notice(Alert raised, AccountHealth health, Optional<AccountHealth> previous) {
        return NoticeText.write(raised, health, previous);
    }

    /**
     * The draft for the representative, subject {@code [CSM ALERT] Account {id} health: {band} (score: {0 decimals})}.
     */
    public static Draft draft(Notice notice, AccountBrief brief, Written<ChurnNarrative> narrative) {
        Alert alert = notice.alert();
        HealthScore score = brief.health().score();
        return new Draft(
                Draft.keyOf("alert", alert.account().value(), alert.type().code()),
                Optional.of(alert.account()),
                brief.account().owner(),
                "[CSM ALERT] Account " + alert.account() + " health: " + score.rag() + " (score: "
                        + Figures.show(score.value(), 0) + ")",
                body(notice, brief, narrative));
    }

    private static String body(Notice notice, AccountBrief brief, Written<ChurnNarrative> narrative) {
        ChurnNarrative text = narrative.text();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(named(brief.account()));
        paragraphs.add(notice.message());
        paragraphs.add(text.narrative());
        section("Risk factors", text.riskFactors(), paragraphs);
        section("Recommendations", text.recommendations(), paragraphs);
        section("Evidence", notice.evidence(), paragraphs);
        paragraphs.add("To see how the score comes about: "
                + howToReproduce(notice.alert().account()));
        paragraphs.add(Prose.sentence(narrative.writer()
                + narrative.note().map(note -> "; " + Prose.line(note)).orElse("")));
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static void section(String title, List<String> items, List<String> paragraphs) {
        if (!items.isEmpty()) {
            paragraphs.add(items.stream()
                    .map(item -> "- " + Prose.line(item))
                    .collect(Collectors.joining("\n", title + ":\n", "")));
        }
    }

    /** {@code csm explain ID}, as a shell takes it. */
    private static String howToReproduce(AccountId account) {
        String id = account.value();
        boolean plain = NEEDS_NO_QUOTES.matcher(id).matches();
        return "csm explain " + (plain ? id : "'" + id.replace("'", "'\\''") + "'");
    }

    /** {@code Globex, 240,000 USD a year}. */
    static String named(Account account) {
        return Prose.plain(account.name()) + " (" + account.id() + ")"
                + account.arr().map(arr -> ", " + Prose.money(arr) + " a year").orElse("");
    }

    /** The chat message, a few lines with {@code *bold*}; no name or text makes a line of its own. */
    public static String chat(Notice notice, AccountBrief brief, Written<ChurnNarrative> narrative) {
        Alert alert = notice.alert();
        ChurnNarrative text = narrative.text();
        Stream<String> next = text.recommendations().stream().limit(1).map(first -> "Next: " + first);
        return Stream.of(
                        Stream.of("*" + alert.concern().severity().code() + ": " + named(brief.account()) + "*"),
                        Stream.of(notice.message(), text.narrative()),
                        next,
                        Stream.of("_" + narrative.writer() + "_ - `" + howToReproduce(alert.account()) + "`"))
                .flatMap(each -> each)
                .map(Prose::line)
                .collect(Collectors.joining("\n"));
    }

    /** The digest of alerts that are not told of one by one; the worst first, and otherwise in their order. */
    public static Draft digest(List<DigestLine> alerts, Instant at) {
        return DigestText.draft(alerts, at);
    }

    /** The digest for chat, at most 15 lines. */
    public static String digestChat(List<DigestLine> alerts, Instant at) {
        return DigestText.chat(alerts, at);
    }
}
