/** x. */
package io.csm.application;
