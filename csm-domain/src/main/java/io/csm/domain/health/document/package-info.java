/**
 * Scorecards as documents that people edit: what a scorecard looks like as a tree of mappings, lists and words, whatever
 * format holds it. A {@link io.csm.domain.health.document.ScorecardWriter} writes every scorecard as such a tree and a
 * {@link io.csm.domain.health.document.ScorecardReader} reads it back, telling of all mistakes at once and where each
 * stands. Parsers and printers live in adapters; start at the reader.
 */
package io.csm.domain.health.document;
