/** Where old history is found and removed. */
package io.csm.application.retention.port;
