/**
 * Texts for the people who look after customers: why an account is at risk and what to do about it. Each is written by
 * rules out of the facts of one account, and says who wrote it. Start at {@link io.csm.domain.narrative.ChurnWriter}.
 */
package io.csm.domain.narrative;
