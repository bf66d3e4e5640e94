/** The calendar of a business: quarters. Start at {@link io.csm.domain.time.Quarter}. */
package io.csm.domain.time;
