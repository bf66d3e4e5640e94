/** Drafts, and the mailboxes that they wait in. Nothing is ever sent. Start at {@code DraftChannel}. */
package io.csm.application.draft;
