/** Where alerts are kept. */
package io.csm.application.alert.port;
