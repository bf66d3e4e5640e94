/** Where reviews are kept. */
package io.csm.application.qbr.port;
