/** What CSM needs to remember of accounts. */
package io.csm.application.account.port;
