/**
 * Reads files of rows: CSV or JSON lines, packed or not, told apart by their content.
 *
 * <p>A bad line costs only itself: it is refused by its line number with a rule that a person can follow, and every
 * other row is still delivered. What the values mean (names, ranges, types of signals) is judged by the caller.
 * Start at {@link io.csm.app.input.RowReader}.
 */
package io.csm.app.input;
