/** Where signals come from and where given values are kept. */
package io.csm.application.signal.port;
