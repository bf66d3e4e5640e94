/**
 * Scoring as a service: one account, a whole portfolio, history, explanation, what-if, and the management of
 * scorecards. Start at {@link io.csm.application.health.ScanPortfolio}.
 */
package io.csm.application.health;
