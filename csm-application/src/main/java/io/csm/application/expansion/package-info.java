/** Chances to sell more. Start at {@code CheckExpansion}. */
package io.csm.application.expansion;
