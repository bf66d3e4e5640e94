/**
 * What an account uses of what it bought, and beside others of its plan. Start at
 * {@link io.csm.domain.adoption.AdoptionReport}.
 */
package io.csm.domain.adoption;
