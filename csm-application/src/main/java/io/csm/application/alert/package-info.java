/**
 * Raising alerts, telling of them, and working them. A scan raises; {@code AnnounceAlerts}
 * tells of the worst and puts the rest into one digest. Start at
 * {@code RaiseAlerts}.
 */
package io.csm.application.alert;
