/**
 * Events as JSON: one object each, as a program sends them, as a file holds them, and as the quarantine keeps them. Start
 * at {@link io.csm.app.events.EventDocument}.
 */
package io.csm.app.events;
