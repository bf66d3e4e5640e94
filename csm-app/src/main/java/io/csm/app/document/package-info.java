/**
 * Scorecards as YAML files: what a customer exports, edits, validates and publishes. Start at
 * {@link io.csm.app.document.ScorecardFiles}. Nothing in a file can construct an object or grow without bound, and
 * whatever is wrong with it is told with its line and column.
 */
package io.csm.app.document;
