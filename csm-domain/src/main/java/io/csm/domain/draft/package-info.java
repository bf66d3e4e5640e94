/** What is prepared for a person to read, change and send themselves. Start at {@link io.csm.domain.draft.Draft}. */
package io.csm.domain.draft;
