/** x. */
package io.csm.domain;
