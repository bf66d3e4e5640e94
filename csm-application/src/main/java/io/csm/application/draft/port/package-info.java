/** The mailboxes of representatives. */
package io.csm.application.draft.port;
