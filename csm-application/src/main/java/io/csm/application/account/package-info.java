/** Accounts of a tenant. Start at {@link io.csm.application.account.port.AccountRepository}. */
package io.csm.application.account;
