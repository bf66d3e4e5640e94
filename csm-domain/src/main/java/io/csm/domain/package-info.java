/**
 * The rules of customer success in pure Java: no clock, no network, no framework. Each sub-package is a capability;
 * start at {@link io.csm.domain.health.ShippedScorecards} to read a scorecard, at
 * {@link io.csm.domain.signal.HealthSignals} to feed one by hand.
 */
package io.csm.domain;
