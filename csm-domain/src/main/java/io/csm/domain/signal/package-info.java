/**
 * Signals: named facts about an account, such as the days since its last login, each with a type, a range and a unit.
 * A {@link io.csm.domain.signal.SignalSnapshot} is what was known of one account at one instant; a signal that is not
 * tracked is a state of its own and never zero. Start at {@link io.csm.domain.signal.StandardSignals} for the
 * catalogue, or at {@link io.csm.domain.signal.HealthSignals} to fill in the standard thirteen by hand.
 */
package io.csm.domain.signal;
