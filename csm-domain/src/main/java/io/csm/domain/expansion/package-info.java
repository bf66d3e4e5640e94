/**
 * Where an account could buy more, found by rules out of its facts. Start at
 * {@link io.csm.domain.expansion.ExpansionFinders}.
 */
package io.csm.domain.expansion;
