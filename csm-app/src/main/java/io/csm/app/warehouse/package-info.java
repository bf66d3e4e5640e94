/**
 * Signals that were computed elsewhere: one SQL text against any database with a JDBC driver. Start at
 * {@link io.csm.app.warehouse.Warehouse}.
 */
package io.csm.app.warehouse;
