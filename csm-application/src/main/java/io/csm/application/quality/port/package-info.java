/** Where oddities are looked for. */
package io.csm.application.quality.port;
