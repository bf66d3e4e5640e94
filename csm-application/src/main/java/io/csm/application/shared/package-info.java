/** The two things that every capability leans on: {@link io.csm.application.shared.UnitOfWork} and the exception root. */
package io.csm.application.shared;
