package io.csm.application.health;

import io.csm.application.signal.ShelfLives;
import io.csm.domain.churn.ChurnRules;
import io.csm.domain.health.Bands;
import io.csm.domain.health.ShippedScorecards;

/**
 * What a tenant may set about health.
 *
 * @param scorecard the scorecard used when none is named; default {@code csm-standard}
 * @param greenFrom the lower edge of GREEN in {@code csm-standard}, 0 to 100; default 70
 * @param amberFrom the lower edge of AMBER in {@code csm-standard}, above 0 and below green; default 40
 * @param churnWindowDays how many days ahead the churn rules look for a renewal, inclusive; default 60
 * @param shelfLives how long values of signals may stand; default for ever
 */
public record HealthSettings(
        String scorecard, double greenFrom, double amberFrom, int churnWindowDays, ShelfLives shelfLives) {

    public HealthSettings {
        bands(greenFrom, amberFrom);
        new ChurnRules(churnWindowDays);
    }

    public static HealthSettings defaults() {
        Bands bands = ShippedScorecards.CSM_STANDARD.bands();
        return new HealthSettings(
                ShippedScorecards.CSM_STANDARD.name(),
                bands.green().from(),
                bands.amber().from(),
                ChurnRules.DEFAULT_WINDOW_DAYS,
                ShelfLives.none());
    }

    public HealthSettings withScorecard(String name) {
        return new HealthSettings(name, greenFrom, amberFrom, churnWindowDays, shelfLives);
    }

    public HealthSettings withThresholds(double green, double amber) {
        return new HealthSettings(scorecard, green, amber, churnWindowDays, shelfLives);
    }

    public HealthSettings withChurnWindowDays(int days) {
        return new HealthSettings(scorecard, greenFrom, amberFrom, days, shelfLives);
    }

    public HealthSettings withShelfLives(ShelfLives lives) {
        return new HealthSettings(scorecard, greenFrom, amberFrom, churnWindowDays, lives);
    }

    ChurnRules churnRules() {
        return new ChurnRules(churnWindowDays);
    }

    Bands standardBands() {
        return bands(greenFrom, amberFrom);
    }

    private static Bands bands(double green, double amber) {
        return ShippedScorecards.CSM_STANDARD.bands().withEdges(green, amber);
    }
}
