/** What accounts use of what they bought. Start at {@code TrackFeatureAdoption}. */
package io.csm.application.adoption;
