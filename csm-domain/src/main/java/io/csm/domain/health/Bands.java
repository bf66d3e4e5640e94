package io.csm.domain.health;

import io.csm.domain.signal.Figures;

/**
 * The bands of a scorecard: GREEN above AMBER above RED, from 0 to 100 without a gap or an overlap. A lower edge
 * belongs to its band, and the unrounded score is compared.
 *
 * @param green from its edge up to 100
 * @param amber from its edge up to green
 * @param red from 0 up to amber
 */
public record Bands(Band green, Band amber, Band red) {

    public Bands {
        isColoured(green, Rag.GREEN);
        isColoured(amber, Rag.AMBER);
        isColoured(red, Rag.RED);
        if (green.from() <= amber.from()) {
            throw new IllegalArgumentException("bands overlap: green must begin above amber but green begins at "
                    + Figures.exact(green.from()) + " and amber at " + Figures.show(amber.from()));
        }
        if (amber.from() <= red.from()) {
            throw new IllegalArgumentException("bands overlap: amber must begin above red but amber begins at "
                    + Figures.exact(amber.from()) + " and red at " + Figures.show(red.from()));
        }
        if (red.from() != 0) {
            throw new IllegalArgumentException(
                    "bands leave a gap: red must begin at 0 but begins at " + Figures.exact(red.from()));
        }
    }

    private static void isColoured(Band band, Rag rag) {
        if (band.rag() != rag) {
            throw new IllegalArgumentException("band " + band.label() + " must be " + rag + " but is " + band.rag());
        }
    }

    /** The band that holds a score of 0 to 100. */
    public Band of(double score) {
        return score >= green.from() ? green : score >= amber.from() ? amber : red;
    }

    /** The band of that colour. */
    public Band of(Rag rag) {
        return switch (rag) {
            case GREEN -> green;
            case AMBER -> amber;
            case RED -> red;
        };
    }

    /** The same bands with other edges for green and amber. */
    public Bands withEdges(double greenFrom, double amberFrom) {
        return new Bands(
                new Band(Rag.GREEN, green.label(), greenFrom), new Band(Rag.AMBER, amber.label(), amberFrom), red);
    }
}
