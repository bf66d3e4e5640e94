/**
 * The customers of a vendor as the vendor's customer-success team knows them: who they are, what they pay, when they
 * renew and who looks after them. Start at {@link io.csm.domain.account.Account}.
 */
package io.csm.domain.account;
