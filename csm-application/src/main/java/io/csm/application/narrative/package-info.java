/**
 * Texts about accounts, by rules or by a language model. Start at {@link io.csm.application.narrative.port.Narrator}.
 */
package io.csm.application.narrative;
