/**
 * Drafts in the mailboxes of representatives, by IMAP. There is nothing here that could send: the part of the mail library
 * that speaks SMTP is not among the dependencies. Start at {@link io.csm.app.mail.ImapDraftBox}.
 */
package io.csm.app.mail;
