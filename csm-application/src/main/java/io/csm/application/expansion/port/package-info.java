/** Where opportunities are kept. */
package io.csm.application.expansion.port;
