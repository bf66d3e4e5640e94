package io.csm.application.health;

import io.csm.domain.health.Scorecard;
import java.time.Instant;

/**
 * A scorecard that a tenant published.
 *
 * @param scorecard the document
 * @param publishedAt when
 * @param publishedBy the user
 */
public record PublishedScorecard(Scorecard scorecard, Instant publishedAt, String publishedBy) {}
