/** Who writes, and what is kept of what a language model said. */
package io.csm.application.narrative.port;
