/**
 * What one can do with CSM: use cases, one class each, and the ports they need. Start at
 * {@link io.csm.application.CustomerSuccess}, the facade that an embedder holds; it starts no thread, opens no socket,
 * sets no global and logs nothing. What the agent makes of a score is at {@link io.csm.application.Agent}.
 */
package io.csm.application;
