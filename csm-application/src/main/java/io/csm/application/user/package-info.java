/** The people of the vendor, as far as CSM has been told of them. */
package io.csm.application.user;
