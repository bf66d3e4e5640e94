/**
 * Channels that go out over HTTP: webhooks of subscribers, each delivery signed, and a chat. A channel makes one attempt
 * and says whether another may help; it connects to no address of a private network unless it is told that it may. Start
 * at {@link io.csm.app.channel.WebhookChannel}.
 */
package io.csm.app.channel;
