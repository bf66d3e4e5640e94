package io.csm.domain.alert;

import static io.csm.domain.fixture.AccountFixture.ACME;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.BriefFixture.aBrief;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.account.Account;
import io.csm.domain.account.AccountId;
import io.csm.domain.account.Money;
import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.fixture.BriefFixture;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingAlertsTest {

    private static final ChurnNarrative TEXT = new ChurnNarrative(
            "Globex is about to leave.", List.of("Usage fell."), List.of("Call Dana.", "Pay a visit."));
    private static final Written<ChurnNarrative> BY_RULES = Written.byRules(TEXT);

    private static Notice alert(Severity severity, AccountId account, String message) {
        Set<String> causes = Set.of("red");
        List<String> evidence = List.of("The band is RED.", "Usage is declining: 3 of 15 points.");
        Concern concern = new Concern(account, AlertType.CHURN_RISK, severity, causes, NOW);
        return new Notice(Alert.raised("a-1", concern), message, evidence);
    }

    private static final Notice ALERT = alert(Severity.CRITICAL, ACME, "Health is red at 33.");

    private static BriefFixture globex() {
        return aBrief().withArr("240000", "USD").ownedBy("ann", "Ann Smith");
    }

    private static DigestLine line(Severity severity, int number) {
        AccountId id = new AccountId("A-" + number);
        Account account = Account.named(id, "Account " + number)
                .withArr(Money.of("12000", "EUR"))
                .build();
        return new DigestLine(alert(severity, id, "Health is red."), account);
    }

    @ParameterizedTest(name = "feature adoption {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # adoption | subject
            1          | [CSM ALERT] Account A-1 health: GREEN (score: 100)
            0.974      | [CSM ALERT] Account A-1 health: GREEN (score: 99)
            0.975      | [CSM ALERT] Account A-1 health: GREEN (score: 100)
            """)
    void a_draft_names_account_band_and_rounded_score(String adoption, String subject) {
        AccountBrief brief = globex().with("feature_adoption_rate=" + adoption).build();

        assertThat(AlertWriter.draft(ALERT, brief, BY_RULES).subject()).isEqualTo(subject);
    }

    @Test
    void a_draft_lies_in_the_mailbox_of_the_owner_and_replaces_the_one_before() {
        Draft draft = AlertWriter.draft(ALERT, globex().build(), BY_RULES);

        assertThat(draft.key()).isEqualTo("alert/A-1/churn_risk");
        assertThat(draft.account()).contains(ACME);
        assertThat(draft.representative()).contains("ann");
        assertThat(AlertWriter.draft(ALERT, aBrief().build(), BY_RULES).representative())
                .isEmpty();
    }

    @Test
    void a_draft_says_what_why_and_what_to_do() {
        Draft draft = AlertWriter.draft(ALERT, globex().build(), BY_RULES);

        assertThat(draft.body()).isEqualTo("""
                Globex (A-1), 240,000 USD a year

                Health is red at 33.

                Globex is about to leave.

                Risk factors:
                - Usage fell.

                Recommendations:
                - Call Dana.
                - Pay a visit.

                Evidence:
                - The band is RED.
                - Usage is declining: 3 of 15 points.

                To see how the score comes about: csm explain A-1

                Written by rules.
                """);
    }

    @Test
    void a_draft_says_why_the_language_model_did_not_write_it() {
        Draft draft = AlertWriter.draft(ALERT, globex().build(), BY_RULES.because("the model\ndid not answer in 30 s"));

        assertThat(draft.body()).endsWith("\n\nWritten by rules; the model did not answer in 30 s.\n");
    }

    @Test
    void a_draft_leaves_out_what_has_nothing_to_say() {
        ChurnNarrative bare = new ChurnNarrative("It is well.", List.of(), List.of());

        Draft draft = AlertWriter.draft(ALERT, globex().build(), Written.byModel(bare, "gpt"));

        assertThat(draft.body())
                .doesNotContain("Risk factors", "Recommendations")
                .endsWith("Written by the language model gpt.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            A-1        | csm explain A-1
            a b        | csm explain 'a b'
            x; rm -rf  | csm explain 'x; rm -rf'
            o'neil     | csm explain 'o'\\''neil'
            --help     | csm explain '--help'
            """)
    void a_command_in_a_draft_can_be_pasted_into_a_shell(String id, String command) {
        Notice alert = alert(Severity.WARNING, new AccountId(id), "It is so.");

        assertThat(AlertWriter.draft(alert, globex().build(), BY_RULES).body()).contains(": " + command + "\n");
    }

    @Test
    void a_chat_message_has_a_few_lines() {
        assertThat(AlertWriter.chat(ALERT, globex().build(), BY_RULES)).isEqualTo("""
                *critical: Globex (A-1), 240,000 USD a year*
                Health is red at 33.
                Globex is about to leave.
                Next: Call Dana.
                _written by rules_ - `csm explain A-1`""");
    }

    @Test
    void nothing_in_a_chat_message_becomes_a_line_of_its_own() {
        ChurnNarrative text = new ChurnNarrative("See <!channel>\n& <http://x|this>.", List.of(), List.of());

        String chat = AlertWriter.chat(ALERT, aBrief().named("A<b>&\nCo").build(), Written.byRules(text));

        assertThat(chat.lines()).hasSize(4).anySatisfy(line -> assertThat(line).contains("A<b>& Co"));
    }

    @Test
    void a_digest_groups_by_severity_the_worst_first() {
        List<DigestLine> alerts =
                List.of(line(Severity.WARNING, 1), line(Severity.CRITICAL, 2), line(Severity.WARNING, 3));

        Draft digest = AlertWriter.digest(alerts, NOW);

        assertThat(digest.key()).isEqualTo(Draft.keyOf("digest", NOW.toString()));
        assertThat(digest.representative()).isEmpty();
        assertThat(digest.account()).isEqualTo(Optional.empty());
        assertThat(digest.subject()).isEqualTo("[CSM DIGEST] 3 more accounts need attention");
        assertThat(digest.body()).isEqualTo("""
                3 more accounts need attention as of 2 March 2026.

                Critical:
                - Account 2 (A-2), 12,000 EUR a year: Health is red.

                Warning:
                - Account 1 (A-1), 12,000 EUR a year: Health is red.
                - Account 3 (A-3), 12,000 EUR a year: Health is red.
                """);
    }

    @Test
    void a_digest_counts_an_account_with_two_alerts_once() {
        List<DigestLine> alerts = List.of(line(Severity.WARNING, 1), line(Severity.INFO, 1));

        assertThat(AlertWriter.digest(alerts, NOW).subject()).isEqualTo("[CSM DIGEST] 1 more account needs attention");
    }

    @ParameterizedTest
    @CsvSource({"200, 200, false", "201, 200, true"})
    void a_digest_lists_at_most_200_alerts(int alerts, int listed, boolean more) {
        String body = AlertWriter.digest(many(alerts), NOW).body();

        assertThat(body.lines().filter(line -> line.startsWith("- "))).hasSize(listed);
        assertThat(body.contains("and 1 more in the feed")).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource({"13, 14", "14, 15", "500, 15"})
    void a_digest_in_chat_has_at_most_15_lines(int alerts, int lines) {
        assertThat(AlertWriter.digestChat(many(alerts), NOW).lines()).hasSize(lines);
    }

    @Test
    void a_digest_in_chat_tells_the_worst_and_how_many_more_there_are() {
        List<DigestLine> alerts = Stream.concat(many(20).stream(), Stream.of(line(Severity.CRITICAL, 99)))
                .toList();

        assertThat(AlertWriter.digestChat(alerts, NOW)).startsWith("""
                        *21 more accounts need attention* as of 2 March 2026
                        - critical: Account 99 (A-99), 12,000 EUR a year: Health is red.
                        - warning: Account 1 (A-1)""").endsWith("\nand 8 more in the feed");
    }

    private static List<DigestLine> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line(Severity.WARNING, number))
                .toList();
    }
}
