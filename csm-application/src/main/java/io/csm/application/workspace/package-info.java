/** Takes health, reviews and opportunities to the team's workspace. Start at {@code WorkspaceChannel}. */
package io.csm.application.workspace;
