/** x. */
package io.csm.app;
