/**
 * Provides PostgreSQL to the application: either an embedded one, kept below the home folder and started and stopped
 * with the process, or an external one reached by a JDBC URL. Either way the application works with a role that
 * row-level security binds, and a separate owner role is there for migrations. This package knows no tables. Start at
 * {@link io.csm.app.database.Database}.
 */
package io.csm.app.database;
