/**
 * What goes out to our own side: events for subscribers, drafts for mailboxes, chat messages, records in a workspace.
 * Each waits in the database until its channel took it, so that nothing is lost and a slow channel holds nobody up.
 * Start at {@code DeliverDue}.
 */
package io.csm.application.delivery;
