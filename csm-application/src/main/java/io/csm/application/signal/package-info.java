/**
 * Signals on their way to a score: from a file, from a program, or from what was stored. Start at
 * {@link io.csm.application.signal.port.SignalSource}.
 */
package io.csm.application.signal;
