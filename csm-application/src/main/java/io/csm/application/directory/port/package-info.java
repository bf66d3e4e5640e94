/** What is read from the workspace, and what is written into it. */
package io.csm.application.directory.port;
