/**
 * The workspace of the team, such as Notion: a directory of accounts that people keep, and pages that CSM writes. Start
 * at {@code ReadDirectory}.
 */
package io.csm.application.directory;
