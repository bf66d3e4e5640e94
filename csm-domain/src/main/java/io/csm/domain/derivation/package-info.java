/**
 * How signals are derived from facts and events: each derivation names what it reads, its window and its formula. Start
 * at {@link io.csm.domain.derivation.AccountFacts}.
 */
package io.csm.domain.derivation;
