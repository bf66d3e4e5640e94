package io.csm.app.config;

import io.csm.application.AgentSettings;
import io.csm.application.alert.AlertSettings;
import io.csm.domain.account.Money;
import io.csm.domain.alert.AlertRules;
import io.csm.domain.expansion.ProductCatalogue;
import io.csm.domain.expansion.ProductCatalogue.Module;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how much is heard of alerts, and what the vendor sells. */
final class AgentSettingsReader {

    private static final Pattern MODULE = Pattern.compile("([^:]+?)\\s*(?::\\s*([0-9]+(?:\\.[0-9]+)?)\\s+([A-Z]{3}))?");

    private final FoundSettings found;

    AgentSettingsReader(FoundSettings found) {
        this.found = found;
    }

    AgentSettings read() {
        return AgentSettings.defaults().withAlerts(alerts()).withCatalogue(catalogue());
    }

    private AlertSettings alerts() {
        int oneByOne = (int) found.number("alerts.one_by_one", AlertSettings.DEFAULT_ONE_BY_ONE, true);
        int days = (int) found.number("alerts.reminder_days", (int) AlertRules.DEFAULT_REMINDER.toDays(), true);
        AlertRules rules = found.checked("alerts.reminder_days", () -> new AlertRules(Duration.ofDays(days)));
        return found.checked("alerts.one_by_one", () -> new AlertSettings(rules, oneByOne));
    }

    private ProductCatalogue catalogue() {
        List<Module> modules = found.checked(
                "expansion.modules",
                () -> words("expansion.modules")
                        .map(AgentSettingsReader::module)
                        .toList());
        return new ProductCatalogue(modules, words("expansion.integrations").toList());
    }

    private Stream<String> words(String setting) {
        return found.text(setting).stream()
                .flatMap(text -> Arrays.stream(text.split(";", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }

    private static Module module(String written) {
        Matcher matcher = MODULE.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("modules must be written like 'Analytics: 12000 EUR; Multi-site', with a"
                    + " price a year where there is one, but one was '" + written + "'");
        }
        Optional<Money> price = Optional.ofNullable(matcher.group(2)).map(amount -> Money.of(amount, matcher.group(3)));
        return new Module(matcher.group(1), price);
    }
}
