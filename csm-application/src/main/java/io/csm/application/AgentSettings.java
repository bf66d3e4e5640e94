package io.csm.application;

import io.csm.application.alert.AlertSettings;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.RetryPolicy;
import io.csm.domain.expansion.ProductCatalogue;
import java.util.Objects;

/**
 * How the agent works.
 *
 * @param alerts when alerts are raised, and how many are told of one by one
 * @param channels which channels are connected; default none
 * @param retries when a delivery that failed is tried again
 * @param catalogue what the vendor sells beside seats; default unknown
 */
public record AgentSettings(AlertSettings alerts, Channels channels, RetryPolicy retries, ProductCatalogue catalogue) {

    public AgentSettings {
        Objects.requireNonNull(alerts, "alerts");
        Objects.requireNonNull(channels, "channels");
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(catalogue, "catalogue");
    }

    public static AgentSettings defaults() {
        return new AgentSettings(
                AlertSettings.defaults(), Channels.none(), RetryPolicy.defaults(), ProductCatalogue.unknown());
    }

    /** The same with these channels. */
    public AgentSettings withChannels(Channels others) {
        return new AgentSettings(alerts, others, retries, catalogue);
    }

    /** The same with another catalogue. */
    public AgentSettings withCatalogue(ProductCatalogue other) {
        return new AgentSettings(alerts, channels, retries, other);
    }

    /** The same with other rules for alerts. */
    public AgentSettings withAlerts(AlertSettings others) {
        return new AgentSettings(others, channels, retries, catalogue);
    }
}
