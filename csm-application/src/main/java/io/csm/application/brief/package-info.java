/** What is known of one account, put together for whoever writes about it. Start at {@code BriefAccount}. */
package io.csm.application.brief;
