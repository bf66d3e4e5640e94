/**
 * What happened at an account, from whatever system, in one stream: somebody used a feature, logged in, answered a
 * survey. An event is judged by when it occurred, and keeps when it was received. Start at
 * {@link io.csm.domain.event.Event} and {@link io.csm.domain.event.StandardEvents}.
 */
package io.csm.domain.event;
