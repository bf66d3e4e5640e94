/** Quarterly business reviews. Start at {@code GenerateQbr}. */
package io.csm.application.qbr;
