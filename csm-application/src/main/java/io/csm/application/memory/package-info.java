/**
 * The ports of CSM kept in this process, for embedders who try it out and for unit tests; they pass the same contract
 * tests as the database. Start at {@link io.csm.application.memory.InMemoryPorts}.
 */
package io.csm.application.memory;
