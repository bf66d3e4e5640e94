/**
 * When somebody must be told about an account, and when not again. Start at {@link io.csm.domain.alert.AlertRules}.
 */
package io.csm.domain.alert;
