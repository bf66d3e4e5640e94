/**
 * What somebody reads before they talk to a customer, and all that a text about an account may rest on. Start at
 * {@link io.csm.domain.brief.AccountBrief}.
 */
package io.csm.domain.brief;
