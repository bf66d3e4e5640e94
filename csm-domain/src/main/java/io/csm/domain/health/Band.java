package io.csm.domain.health;

import io.csm.domain.signal.Figures;

/**
 * A range of scores under one colour.
 *
 * @param rag the colour
 * @param label what this scorecard calls it, such as {@code healthy}
 * @param from the lower edge, 0 to 100, which belongs to the band
 */
public record Band(Rag rag, String label, double from) {

    public Band {
        if (!(from >= 0 && from <= 100)) {
            throw new IllegalArgumentException(
                    "band " + rag + " must begin at 0 to 100 but begins at " + Figures.exact(from));
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("band " + rag + " must have a label");
        }
        from = from + 0.0;
    }
}
