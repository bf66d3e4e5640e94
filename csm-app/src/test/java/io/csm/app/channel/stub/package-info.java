/**
 * Receivers to try channels against: one that checks webhooks as a customer would, and a chat as strict as Slack. Each has
 * a main method, to be started by hand.
 */
package io.csm.app.channel.stub;
