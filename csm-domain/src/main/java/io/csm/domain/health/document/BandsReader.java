package io.csm.domain.health.document;

import io.csm.domain.health.Band;
import io.csm.domain.health.Bands;
import io.csm.domain.health.Rag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the bands of a scorecard and what it calls them. */
final class BandsReader {

    private static final List<String> EDGES = List.of("green", "amber");
    private static final List<String> LABELS = List.of("green", "amber", "red");

    private final Findings findings;

    BandsReader(Findings findings) {
        this.findings = findings;
    }

    Optional<Bands> bands(Fields scorecard) {
        Optional<Fields> edges = scorecard.fields("bands", EDGES);
        Optional<Band> green = edges.flatMap(fields -> edge(fields, Rag.GREEN));
        Optional<Band> amber = edges.flatMap(fields -> edge(fields, Rag.AMBER));
        Optional<Labels> labels = labels(scorecard);
        return green.flatMap(g -> amber.flatMap(a -> labels.flatMap(
                called -> findings.attempt(scorecard.at("bands"), () -> called.bands(g.from(), a.from())))));
    }

    private Optional<Band> edge(Fields edges, Rag rag) {
        String key = rag.name().toLowerCase(Locale.ROOT);
        return edges.number(key).flatMap(from -> findings.attempt(edges.at(key), () -> new Band(rag, key, from)));
    }

    private record Labels(String green, String amber, String red) {
        Bands bands(double greenFrom, double amberFrom) {
            return new Bands(
                    new Band(Rag.GREEN, green, greenFrom),
                    new Band(Rag.AMBER, amber, amberFrom),
                    new Band(Rag.RED, red, 0));
        }
    }

    private Optional<Labels> labels(Fields scorecard) {
        if (!scorecard.has("labels")) {
            return Optional.of(new Labels("green", "amber", "red"));
        }
        return scorecard.fields("labels", LABELS).flatMap(this::labelsIn);
    }

    private Optional<Labels> labelsIn(Fields labels) {
        Optional<Band> green = label(labels, Rag.GREEN);
        Optional<Band> amber = label(labels, Rag.AMBER);
        Optional<Band> red = label(labels, Rag.RED);
        return green.flatMap(g -> amber.flatMap(a -> red.map(r -> new Labels(g.label(), a.label(), r.label()))));
    }

    private Optional<Band> label(Fields labels, Rag rag) {
        String key = rag.name().toLowerCase(Locale.ROOT);
        Optional<String> label = labels.has(key) ? labels.text(key) : Optional.of(key);
        return label.flatMap(text -> findings.attempt(labels.at(key), () -> new Band(rag, text, 0)));
    }
}
