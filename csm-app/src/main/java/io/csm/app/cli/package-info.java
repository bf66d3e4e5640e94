/**
 * The command line: one class for each command, and what they print. Commands hold no rules; they call the same use
 * cases as every other door. Start at {@link io.csm.app.cli.CommandLineApp}.
 */
package io.csm.app.cli;
