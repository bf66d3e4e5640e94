/**
 * Documents of a quarterly business review, for a customer's executive: Markdown, HTML, PDF and PPTX with the same
 * words and figures. Start at {@link io.csm.app.qbr.QbrDocuments}.
 */
package io.csm.app.qbr;
