/** Where users are kept. */
package io.csm.application.user.port;
