/**
 * The one door of the four tasks, whoever asks: Java, the command line, HTTP, the scheduler, another agent. Start at
 * {@code RunHandoff}.
 */
package io.csm.application.handoff;
