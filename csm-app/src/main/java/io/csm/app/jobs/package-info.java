/**
 * What runs by itself: jobs that stand in the database, each run by whichever instance is free. Start at
 * {@link io.csm.app.jobs.Jobs}.
 */
package io.csm.app.jobs;
