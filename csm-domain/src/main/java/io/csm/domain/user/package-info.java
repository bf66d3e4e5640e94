/** The people of the vendor who work with CSM. */
package io.csm.domain.user;
