/** Where deliveries wait, and the channels that take them. */
package io.csm.application.delivery.port;
