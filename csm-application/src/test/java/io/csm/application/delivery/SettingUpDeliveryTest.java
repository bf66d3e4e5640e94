package io.csm.application.delivery;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.csm.application.AgentSettings;
import io.csm.application.alert.AlertSettings;
import io.csm.domain.alert.AlertRules;
import io.csm.domain.expansion.ProductCatalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingUpDeliveryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspace",
                "draft",
                "chat",
                "webhook:a",
                "webhook:crm-2",
                "webhook:abcdefghijabcdefghijabcdefghij"
            })
    void these_are_channels(String name) {
        assertThat(new Channels(List.of(name)).has(ACME, name)).isTrue();
        assertThat(Channels.none().has(ACME, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail",
                "Draft",
                "draft ",
                "webhook",
                "webhook:",
                "webhook:CRM",
                "webhook:a b",
                "webhook:abcdefghijabcdefghijabcdefghijk"
            })
    void these_are_none(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Channels(List.of(name)))
                .withMessage("a channel must be workspace, draft, chat or webhook:NAME but was '" + name + "'");
    }

    @Test
    void a_channel_is_named_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Channels(List.of("chat", "draft", "chat")))
                .withMessage("each channel must be named once but there are [chat, draft, chat]");
    }

    @Test
    void a_workspace_is_of_one_tenant_and_the_other_channels_are_of_all() {
        Channels channels = new Channels(List.of("workspace", "chat")).withWorkspaceOf(ACME);

        assertThat(channels.has(ACME, "workspace")).isTrue();
        assertThat(channels.has(GLOBEX, "workspace")).isFalse();
        assertThat(channels.has(GLOBEX, "chat")).isTrue();
        assertThat(new Channels(List.of("workspace")).has(GLOBEX, "workspace")).isTrue();
    }

    @Test
    void subscribers_are_channels_of_their_own_in_their_order() {
        Channels channels = new Channels(List.of("webhook:b", "chat", "webhook:a"));

        assertThat(channels.webhooks()).containsExactly("webhook:b", "webhook:a");
        assertThat(Channels.webhook("CRM")).isEqualTo("webhook:crm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first   | longest   | attempts | message
              PT1S    | PT1S      | 1        |
              PT1S    | PT1H      | 100      |
              PT0.9S  | PT1H      | 12       | pauses must be at least a second and grow but were PT0.9S and PT1H
              PT2S    | PT1S      | 12       | pauses must be at least a second and grow but were PT2S and PT1S
              PT1S    | PT1H      | 0        | attempts must be 1 to 100 but were 0
              PT1S    | PT1H      | 101      | attempts must be 1 to 100 but were 101
            """)
    void pauses_and_attempts_have_bounds(Duration first, Duration longest, int attempts, String message) {
        if (message == null) {
            assertThatCode(() -> new RetryPolicy(first, longest, attempts)).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RetryPolicy(first, longest, attempts))
                    .withMessage(message);
        }
    }

    @Test
    void twelve_attempts_take_about_five_hours() {
        Delivery delivery = Delivery.waiting("chat", "key", Optional.empty(), "title", Map.of(), MONDAY);
        Instant now = MONDAY;
        while (delivery.state() == Delivery.State.WAITING) {
            now = delivery.nextAttemptAt();
            delivery = RetryPolicy.defaults().failed(delivery, "no", Optional.empty(), now);
        }

        assertThat(delivery.attempts()).isEqualTo(12);
        assertThat(Duration.between(MONDAY, now)).isBetween(Duration.ofHours(4), Duration.ofHours(6));
    }

    @ParameterizedTest
    @CsvSource({"100", "31", "64"})
    void the_longest_pause_is_kept_however_often_it_failed(int attempts) {
        RetryPolicy patient = new RetryPolicy(Duration.ofSeconds(1), Duration.ofDays(1), 100);
        Delivery delivery = Delivery.waiting("chat", "key", Optional.empty(), "title", Map.of(), MONDAY);
        for (int i = 1; i < attempts; i++) {
            delivery = patient.failed(delivery, "no", Optional.empty(), MONDAY);
        }

        assertThat(delivery.nextAttemptAt()).isEqualTo(MONDAY.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1000, true", "1001, false"})
    void at_most_a_thousand_alerts_are_told_of_one_by_one(int oneByOne, boolean allowed) {
        if (allowed) {
            assertThat(new AlertSettings(AlertRules.defaults(), oneByOne).oneByOne())
                    .isEqualTo(oneByOne);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AlertSettings(AlertRules.defaults(), oneByOne))
                    .withMessage("alerts told of one by one must be 0 to 1000 but were " + oneByOne);
        }
    }

    @Test
    void the_agent_tells_five_reminds_after_a_week_and_reaches_nobody_until_it_is_told() {
        AgentSettings defaults = AgentSettings.defaults();

        assertThat(defaults.alerts().oneByOne()).isEqualTo(5);
        assertThat(defaults.alerts().rules().reminder()).isEqualTo(Duration.ofDays(7));
        assertThat(defaults.channels().names()).isEmpty();
        assertThat(defaults.retries()).isEqualTo(new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(1), 12));
        assertThat(defaults.catalogue()).isEqualTo(ProductCatalogue.unknown());
    }

    @Test
    void each_setting_of_the_agent_changes_alone() {
        AgentSettings defaults = AgentSettings.defaults();
        Channels chat = new Channels(List.of("chat"));
        AlertSettings two = new AlertSettings(AlertRules.defaults(), 2);
        ProductCatalogue catalogue = new ProductCatalogue(List.of(), List.of("Salesforce"));

        assertThat(defaults.withChannels(chat).withAlerts(two).withCatalogue(catalogue))
                .isEqualTo(new AgentSettings(two, chat, defaults.retries(), catalogue));
    }

    @Test
    void content_keeps_the_order_of_its_fields_and_what_json_can_hold() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("z", "text");
        content.put("a", 1L);
        content.put("m", new BigDecimal("1.50"));
        content.put("b", true);
        content.put("n", null);
        content.put("l", Arrays.asList("x", null, List.of(2L)));
        content.put("o", Map.of("inner", "y"));

        Map<String, Object> copy = Content.copyOf(content);

        assertThat(copy).isEqualTo(content);
        assertThat(copy.keySet()).containsExactly("z", "a", "m", "b", "n", "l", "o");
    }

    @Test
    void content_does_not_change_with_what_it_was_made_of_nor_by_who_holds_it() {
        List<Object> list = new ArrayList<>(List.of("x"));
        Map<String, Object> inner = new LinkedHashMap<>(Map.of("k", "v"));
        Map<String, Object> content = new LinkedHashMap<>(Map.of("list", list, "object", inner));

        Map<String, Object> copy = Content.copyOf(content);
        content.clear();
        list.clear();
        inner.clear();

        assertThat(copy).isEqualTo(Map.of("list", List.of("x"), "object", Map.of("k", "v")));
        assertThat(copy).isUnmodifiable();
        assertThat((List<?>) copy.get("list")).isUnmodifiable();
        assertThat((Map<?, ?>) copy.get("object")).isUnmodifiable();
    }

    @Test
    void content_holds_nothing_that_json_cannot() {
        for (Object value : List.of(1, 1.5, MONDAY, 'x', Optional.empty())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Content.copyOf(Map.of("field", List.of(value))))
                    .withMessage("field field cannot hold a " + value.getClass().getSimpleName());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # id length | allowed
              0         | false
              1         | true
              400       | true
              401       | false
            """)
    void the_id_of_an_event_has_1_to_400_characters(int length, boolean allowed) {
        String id = "x".repeat(length);

        if (allowed) {
            assertThat(new DomainEvent(id, "type", Optional.empty(), MONDAY, Map.of()).id())
                    .isEqualTo(id);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DomainEvent(id, "type", Optional.empty(), MONDAY, Map.of()))
                    .withMessageStartingWith("an event must have a type and an id of 1 to 400 characters");
        }
    }

    @Test
    void settings_are_never_absent() {
        assertThatNullPointerException()
                .isThrownBy(() -> AgentSettings.defaults().withChannels(null))
                .withMessage("channels");
    }
}
