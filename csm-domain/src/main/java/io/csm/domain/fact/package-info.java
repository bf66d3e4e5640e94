/**
 * What other systems report about an account: its terms, contacts, subscriptions, invoices, tickets and touchpoints. A
 * fact has an id of its own; a later report under the same id replaces the earlier one, and both are kept with when they
 * became known. Start at {@link io.csm.domain.fact.Fact}.
 */
package io.csm.domain.fact;
