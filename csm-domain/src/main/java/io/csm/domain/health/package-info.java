/**
 * Health: from the signals of an account to one score of 0 to 100, every point of it explained. A
 * {@link io.csm.domain.health.Scorecard} is data over named signals; the shipped ones and a customer's own run through
 * the same few classes. Start at {@link io.csm.domain.health.ShippedScorecards}, whose source reads as a document, and
 * at {@link io.csm.domain.health.HealthScore} for what comes out.
 */
package io.csm.domain.health;
