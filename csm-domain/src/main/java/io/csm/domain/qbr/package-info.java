/**
 * The quarterly business review: what a customer-success manager shows to a customer's executive. The facts come from
 * what is stored, the writer phrases them, and what is not known is said so. Start at {@link io.csm.domain.qbr.Qbr}.
 */
package io.csm.domain.qbr;
