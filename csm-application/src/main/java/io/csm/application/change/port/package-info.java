/** Where changes wait. */
package io.csm.application.change.port;
