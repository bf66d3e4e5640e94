/** Turns the rows of a signals file into snapshots. Start at {@link io.csm.app.signals.FileSignals}. */
package io.csm.app.signals;
