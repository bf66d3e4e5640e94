/** Takes health, reviews and opportunities to the team's workspace. */
package io.csm.application.workspace;
