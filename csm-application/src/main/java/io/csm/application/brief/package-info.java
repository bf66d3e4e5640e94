/** What is known of one account, put together for whoever writes about it. */
package io.csm.application.brief;
