package io.csm.domain.qbr;

import java.util.List;

/**
 * One part of a review.
 *
 * @param heading its title
 * @param narrative two or three sentences, not blank
 * @param bullets the points below it
 */
public record QbrSection(String heading, String narrative, List<String> bullets) {

    public QbrSection {
        if (heading.isBlank() || narrative.isBlank()) {
            throw new IllegalArgumentException("a section of a review must have a heading and a narrative");
        }
        bullets = List.copyOf(bullets);
    }
}
