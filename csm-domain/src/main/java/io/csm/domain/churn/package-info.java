/**
 * Churn rules: on top of a health score they say how likely an account is to leave, why, and whether somebody must be
 * told. They decide; nothing else does. Start at {@link io.csm.domain.churn.ChurnRules}, and at
 * {@link io.csm.domain.churn.HealthPolicy} for score and churn risk in one call.
 */
package io.csm.domain.churn;
