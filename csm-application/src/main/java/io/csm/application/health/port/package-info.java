/** What CSM needs to remember of scores, scans and scorecards. */
package io.csm.application.health.port;
