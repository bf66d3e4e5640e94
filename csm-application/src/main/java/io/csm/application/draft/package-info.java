/** Drafts, and the mailboxes that they wait in. Nothing is ever sent. */
package io.csm.application.draft;
