package io.csm.domain.health;

import static io.csm.domain.health.AtRisk.WHEN_RED_OR_DECLINING_AMBER;
import static io.csm.domain.health.NamedFormula.SENTIMENT_LESS_OPEN_TICKETS;
import static io.csm.domain.health.NamedFormula.TICKET_VOLUME;
import static io.csm.domain.health.ScorecardLanguage.bands;
import static io.csm.domain.health.ScorecardLanguage.choice;
import static io.csm.domain.health.ScorecardLanguage.dipAlert;
import static io.csm.domain.health.ScorecardLanguage.group;
import static io.csm.domain.health.ScorecardLanguage.leftOutWhenNotTracked;
import static io.csm.domain.health.ScorecardLanguage.line;
import static io.csm.domain.health.ScorecardLanguage.measure;
import static io.csm.domain.health.ScorecardLanguage.percent;
import static io.csm.domain.health.ScorecardLanguage.percentBy;
import static io.csm.domain.health.ScorecardLanguage.points;
import static io.csm.domain.health.ScorecardLanguage.proportionalTo;
import static io.csm.domain.health.ScorecardLanguage.scorecard;
import static io.csm.domain.health.ScorecardLanguage.steps;
import static io.csm.domain.health.ScorecardLanguage.version;
import static io.csm.domain.health.ScorecardLanguage.when;
import static io.csm.domain.health.ScorecardLanguage.whenNotTracked;
import static io.csm.domain.signal.InvoicePaymentStatus.CURRENT;
import static io.csm.domain.signal.InvoicePaymentStatus.OVERDUE_30;
import static io.csm.domain.signal.InvoicePaymentStatus.OVERDUE_60;
import static io.csm.domain.signal.InvoicePaymentStatus.OVERDUE_90_PLUS;
import static io.csm.domain.signal.StakeholderEngagement.HIGH;
import static io.csm.domain.signal.StakeholderEngagement.LOW;
import static io.csm.domain.signal.StakeholderEngagement.MEDIUM;
import static io.csm.domain.signal.StandardSignals.*;
import static io.csm.domain.signal.TicketSentiment.CRITICAL;
import static io.csm.domain.signal.TicketSentiment.NEGATIVE;
import static io.csm.domain.signal.TicketSentiment.NEUTRAL;
import static io.csm.domain.signal.TicketSentiment.POSITIVE;
import static io.csm.domain.signal.UsageTrend.DECLINING;
import static io.csm.domain.signal.UsageTrend.GROWING;
import static io.csm.domain.signal.UsageTrend.INACTIVE;
import static io.csm.domain.signal.UsageTrend.STABLE;

import io.csm.domain.signal.TamHealth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The four scorecards that ship with CSM; each reads as the document that it is. */
public final class ShippedScorecards {

    // spotless:off, for the formatter would give each word of a scorecard a line of its own
    /** Eleven measures, 100 points; the default. */
    public static final Scorecard CSM_STANDARD = scorecard(
            "csm-standard", version(1),
            bands(70, 40),
            measure("feature_adoption_rate", points(20), proportionalTo(FEATURE_ADOPTION_RATE, 20)),
            measure("usage_trend", points(15), choice(USAGE_TREND)
                    .scores(GROWING, 15).scores(STABLE, 10).scores(DECLINING, 3).andLast(INACTIVE, 0)),
            measure("login_frequency_days", points(10), steps(LOGIN_FREQUENCY_DAYS)
                    .atMost(7, 10).atMost(30, 7).atMost(60, 4).otherwise(0), whenNotTracked(5)),
            measure("days_since_last_interaction", points(10), steps(DAYS_SINCE_LAST_INTERACTION)
                    .atMost(30, 10).atMost(60, 7).atMost(90, 4).otherwise(0), whenNotTracked(5)),
            measure("invoice_payment_status", points(10), choice(INVOICE_PAYMENT_STATUS)
                    .scores(CURRENT, 10).scores(OVERDUE_30, 6).scores(OVERDUE_60, 3).andLast(OVERDUE_90_PLUS, 0)),
            measure("support", points(10), SENTIMENT_LESS_OPEN_TICKETS),
            measure("days_to_renewal", points(10), steps(DAYS_TO_RENEWAL)
                    .above(180, 10).above(90, 8).above(60, 6).above(30, 3).otherwise(1), whenNotTracked(7)),
            measure("seats_utilization_rate", points(5), steps(SEATS_UTILIZATION_RATE)
                    .above(1.0, 4).atLeast(0.8, 5).atLeast(0.5, 3).otherwise(1)),
            measure("stakeholder_engagement", points(5), choice(STAKEHOLDER_ENGAGEMENT)
                    .scores(HIGH, 5).scores(MEDIUM, 3).andLast(LOW, 1)),
            measure("nps_score", points(3), steps(NPS_SCORE)
                    .atLeast(9, 3).atLeast(7, 2).atLeast(5, 1).otherwise(0), whenNotTracked(2)),
            measure("escalation_count_90_days", points(2), steps(ESCALATION_COUNT_90_DAYS)
                    .atMost(0, 2).atMost(1, 1).otherwise(0)),
            when(TAM_HEALTH_RAG).is(TamHealth.RED).multiplyBy(0.85, "the technical account manager reports RED"),
            when(TAM_HEALTH_RAG).is(TamHealth.AMBER).multiplyBy(0.95, "the technical account manager reports AMBER"));

    /** Five components; what is not tracked is left out. */
    public static final Scorecard ENTERPRISE_COMPONENTS = scorecard(
            "enterprise-components", version(1),
            bands("healthy", 80, "at risk", 60, "critical"),
            group("adoption", 30,
                    measure("feature_adoption_rate", percent(50), proportionalTo(FEATURE_ADOPTION_RATE, 100),
                            leftOutWhenNotTracked()),
                    measure("active_user_rate", percent(25), proportionalTo(ACTIVE_USER_RATE, 100),
                            leftOutWhenNotTracked()),
                    measure("login_frequency_days", percent(25), steps(LOGIN_FREQUENCY_DAYS)
                            .atMost(1, 100).atMost(7, 80).atMost(14, 60).atMost(30, 40).atMost(60, 20).otherwise(0),
                            leftOutWhenNotTracked())),
            group("engagement", 25,
                    measure("touchpoints_30_days", percent(50), line(TOUCHPOINTS_30_DAYS).from(0, 30).to(7, 100),
                            leftOutWhenNotTracked()),
                    measure("email_open_rate", percent(25), proportionalTo(EMAIL_OPEN_RATE, 100),
                            leftOutWhenNotTracked()),
                    measure("webinars_attended_90_days", percent(25), steps(WEBINARS_ATTENDED_90_DAYS)
                            .atMost(0, 0).atMost(1, 60).atMost(2, 80).otherwise(100), leftOutWhenNotTracked())),
            group("relationship", 15,
                    measure("champion_status", percent(40), choice(CHAMPION_STATUS)
                            .scores("active", 100).scores("at_risk", 40).andLast("left", 0), leftOutWhenNotTracked()),
                    measure("executive_access", percent(30), choice(EXECUTIVE_ACCESS)
                            .scores("yes", 100).andLast("no", 30), leftOutWhenNotTracked()),
                    measure("nps_score", percent(30), line(NPS_SCORE).from(0, 0).to(10, 100), leftOutWhenNotTracked())),
            group("financial", 20,
                    measure("arr_growth_rate", percent(40), line(ARR_GROWTH_RATE).from(-0.5, 0).to(0.5, 100),
                            leftOutWhenNotTracked()),
                    measure("invoice_payment_status", percent(40), choice(INVOICE_PAYMENT_STATUS)
                            .scores(CURRENT, 100).scores(OVERDUE_30, 60).scores(OVERDUE_60, 30)
                            .andLast(OVERDUE_90_PLUS, 0), leftOutWhenNotTracked()),
                    measure("contract_value_band", percent(20), choice(CONTRACT_VALUE_BAND)
                            .scores("enterprise", 100).scores("mid_market", 70).andLast("small", 40),
                            leftOutWhenNotTracked())),
            group("support", 10,
                    measure("tickets_30_days", percent(50), TICKET_VOLUME, leftOutWhenNotTracked()),
                    measure("csat_average", percent(50), line(CSAT_AVERAGE).from(1, 0).to(5, 100),
                            leftOutWhenNotTracked())),
            when(DAYS_TO_RENEWAL).isFromTo(0, 30).multiplyBy(0.95, "the contract renews in fewer than 30 days"),
            when(OPEN_ESCALATION).is("yes").multiplyBy(0.90, "an escalation is open"),
            when(CHAMPION_STATUS).is("left").multiplyBy(0.85, "the champion left"));

    /** Engagement, sentiment and growth. */
    public static final Scorecard ENGAGEMENT_SENTIMENT_GROWTH = scorecard(
            "engagement-sentiment-growth", version(1),
            bands("green", 80, "yellow", 50, "red"),
            group("engagement", 40,
                    measure("login_frequency_days", percent(30), steps(LOGIN_FREQUENCY_DAYS)
                            .atMost(1, 100).atMost(3, 80).atMost(7, 60).atMost(14, 40).atMost(30, 20).otherwise(0),
                            leftOutWhenNotTracked()),
                    measure("feature_breadth", percent(40), steps(FEATURE_BREADTH)
                            .above(0.75, 100).above(0.5, 75).above(0.25, 50).otherwise(25), leftOutWhenNotTracked()),
                    measure("usage_depth", percent(30), choice(USAGE_DEPTH)
                            .scores("power", 100).scores("regular", 70).scores("light", 30).andLast("minimal", 10),
                            leftOutWhenNotTracked())),
            group("sentiment", 30,
                    measure("nps_score", percent(50), steps(NPS_SCORE)
                            .atLeast(9, 100).atLeast(7, 60).otherwise(20), whenNotTracked(50)),
                    measure("avg_ticket_sentiment", percent(30), choice(AVG_TICKET_SENTIMENT)
                            .scores(POSITIVE, 100).scores(NEUTRAL, 60).scores(NEGATIVE, 30).andLast(CRITICAL, 0)),
                    measure("outreach_response", percent(20), choice(OUTREACH_RESPONSE)
                            .scores("responsive", 100).scores("slow", 60).scores("rare", 30).andLast("none", 0),
                            leftOutWhenNotTracked())),
            group("growth", 30,
                    measure("growth_status", percent(100), choice(GROWTH_STATUS)
                            .scores("expanding", 100).scores("stable", 60).andLast("contracting", 20),
                            leftOutWhenNotTracked())),
            WHEN_RED_OR_DECLINING_AMBER);

    /** Three usage rates, weighted by the stage that the account is in. */
    public static final Scorecard LIFECYCLE_STAGE_CARD = lifecycleStage(Map.of(), Map.of(), Map.of());
    // spotless:on

    /** All four, the default first. */
    public static final List<Scorecard> ALL =
            List.of(CSM_STANDARD, ENTERPRISE_COMPONENTS, ENGAGEMENT_SENTIMENT_GROWTH, LIFECYCLE_STAGE_CARD);

    private ShippedScorecards() {}

    /** The shipped scorecard of that name. */
    public static Optional<Scorecard> find(String name) {
        return ALL.stream().filter(scorecard -> scorecard.name().equals(name)).findFirst();
    }

    /**
     * {@code lifecycle-stage} with a tenant's own weights: percent for each stage (onboarding, adoption, maturity,
     * renewal), which must add to 100 over the three measures; a stage that is not named keeps 40, 30, 30.
     */
    public static Scorecard lifecycleStage(
            Map<String, Double> frequency, Map<String, Double> breadth, Map<String, Double> depth) {
        return scorecard(
                "lifecycle-stage",
                version(1),
                bands(70, 40),
                measure(
                        "usage_frequency",
                        percentBy(LIFECYCLE_STAGE, 40, frequency),
                        proportionalTo(USAGE_FREQUENCY, 100)),
                measure(
                        "feature_breadth",
                        percentBy(LIFECYCLE_STAGE, 30, breadth),
                        proportionalTo(FEATURE_BREADTH, 100)),
                measure(
                        "usage_depth_rate",
                        percentBy(LIFECYCLE_STAGE, 30, depth),
                        proportionalTo(USAGE_DEPTH_RATE, 100)),
                dipAlert(10));
    }
}
