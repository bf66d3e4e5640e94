/** Where events are kept, and those that were not taken. */
package io.csm.application.event.port;
