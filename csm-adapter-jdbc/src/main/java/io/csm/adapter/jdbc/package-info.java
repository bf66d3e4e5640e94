/**
 * PostgreSQL behind the ports: accounts, given signal values, scores with their snapshots, scans and scorecards, alerts,
 * deliveries and what was written, each row kept to its tenant by row-level security. Start at {@link io.csm.adapter.jdbc.JdbcAdapter}; how a snapshot
 * becomes a few bytes stands in {@code SnapshotCodec}, and the tables stand in the migrations beside this package.
 */
package io.csm.adapter.jdbc;
