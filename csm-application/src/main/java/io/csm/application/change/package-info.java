/**
 * The list of accounts about which something new is known and that have not been scored since. It is written in the same
 * unit of work as the news itself, so none is lost.
 */
package io.csm.application.change;
