package io.csm.application.health;

import io.csm.application.health.port.HealthScoreRepository.Row;
import io.csm.domain.churn.ChurnRisk;
import io.csm.domain.health.Rag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A portfolio at one glance.
 *
 * @param accounts how many have a score
 * @param slices one for each band colour, GREEN first
 * @param byRisk accounts by churn risk
 * @param mostAtRisk the accounts most at risk: the worst churn risk, then the most revenue, then the lowest score
 * @param fell accounts whose band is worse than at the earlier instant, the largest fall first
 * @param rose accounts whose band is better than at the earlier instant, the largest rise first
 * @param fellCount how many fell in all
 * @param roseCount how many rose in all
 * @param compared how many accounts have an earlier score
 * @param meanCoverage the mean share of weight that tracked signals stand behind, 0 to 1
 */
public record PortfolioSummary(
        long accounts,
        List<Slice> slices,
        Map<ChurnRisk, Long> byRisk,
        List<Row> mostAtRisk,
        List<Row> fell,
        List<Row> rose,
        long fellCount,
        long roseCount,
        long compared,
        double meanCoverage) {

    /**
     * The accounts of one band.
     *
     * @param rag the colour
     * @param accounts how many
     * @param earlier how many there were at the earlier instant, of the accounts that have a score then
     * @param arr their annual recurring revenue by currency code
     */
    public record Slice(Rag rag, long accounts, long earlier, Map<String, BigDecimal> arr) {}
}
