package io.csm.domain.health.document;

import io.csm.domain.health.AtRisk;
import io.csm.domain.health.Bands;
import io.csm.domain.health.DipAlert;
import io.csm.domain.health.MeasureGroup;
import io.csm.domain.health.Scorecard;
import io.csm.domain.health.Scorecard.OwnSignals;
import io.csm.domain.health.Scorecard.Part;
import io.csm.domain.health.ScorecardRef;
import io.csm.domain.signal.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a scorecard from a document. It goes on after a mistake, so that one reading tells of all of them; what depends
 * on a mistake, such as a sum of weights one of which cannot be read, is not told.
 */
public final class ScorecardReader {

    private static final List<String> KEYS = List.of(
            "name",
            "version",
            "bands",
            "labels",
            "signals",
            "measures",
            "groups",
            "adjustments",
            "at_risk",
            "dip_alert");

    private final Findings findings = new Findings();
    private final SignalReader signals = new SignalReader(findings);
    private final List<Part> parts = new ArrayList<>();

    private ScorecardReader() {}

    /**
     * The scorecard that the document describes.
     *
     * @throws ScorecardMistakes telling of everything that is wrong with it
     */
    public static Scorecard read(DocumentNode document) {
        ScorecardReader reader = new ScorecardReader();
        return Fields.of(document, "the scorecard", KEYS, reader.findings)
                .flatMap(reader::scorecard)
                .orElseThrow(reader.findings::asException);
    }

    private Optional<Scorecard> scorecard(Fields fields) {
        Optional<ScorecardRef> ref = ref(fields);
        Optional<Bands> bands = new BandsReader(findings).bands(fields);
        ownSignals(fields);
        measures(fields);
        adjustments(fields);
        atRisk(fields);
        dipAlert(fields);
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        return ref.flatMap(named -> bands.flatMap(
                edges -> findings.attempt(fields.keyAt("adjustments"), () -> new Scorecard(named, edges, parts))));
    }

    private Optional<ScorecardRef> ref(Fields fields) {
        Optional<String> name = fields.text("name")
                .flatMap(text -> findings.attempt(fields.at("name"), () -> new ScorecardRef(text, 1)))
                .map(ScorecardRef::name);
        Optional<Integer> version = fields.wholeNumber("version")
                .flatMap(number -> findings.attempt(fields.at("version"), () -> new ScorecardRef(Sound.NAME, number)))
                .map(ScorecardRef::version);
        return name.flatMap(text -> version.map(number -> new ScorecardRef(text, number)));
    }

    private void ownSignals(Fields fields) {
        if (fields.has("signals")) {
            List<Signal> own = fields.list("signals").map(signals::readOwn).orElse(List.of());
            parts.add(new OwnSignals(own));
        }
    }

    private void measures(Fields fields) {
        MeasureReader reader = new MeasureReader(findings, signals);
        fields.oneOf(List.of("measures", "groups"));
        if (fields.has("measures")) {
            reader.measures(fields).ifPresent(parts::addAll);
        }
        if (fields.has("groups")) {
            reader.groups(fields).ifPresent(groups -> {
                addUp(groups, fields.keyAt("groups"));
                parts.addAll(groups);
            });
        }
    }

    private void addUp(List<MeasureGroup> groups, Location location) {
        List<Part> sound = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String name = Sound.NAME + i;
            sound.add(new MeasureGroup(name, groups.get(i).percent(), List.of(Sound.measureCalled(name))));
        }
        findings.attempt(location, () -> new Scorecard(Sound.REF, Sound.BANDS, sound));
    }

    private void adjustments(Fields fields) {
        if (fields.has("adjustments")) {
            AdjustmentReader reader = new AdjustmentReader(findings, signals);
            fields.list("adjustments").ifPresent(items -> parts.addAll(reader.adjustments(items)));
        }
    }

    private void atRisk(Fields fields) {
        if (fields.has("at_risk")) {
            fields.text("at_risk").flatMap(word -> atRisk(fields, word)).ifPresent(parts::add);
        }
    }

    private Optional<AtRisk> atRisk(Fields fields, String word) {
        List<String> codes = Arrays.stream(AtRisk.values()).map(AtRisk::code).toList();
        return Arrays.stream(AtRisk.values())
                .filter(rule -> rule.code().equals(word))
                .findFirst()
                .or(() -> findings.notOneOf(fields.at("at_risk"), fields.called("at_risk"), codes, word));
    }

    private void dipAlert(Fields fields) {
        if (fields.has("dip_alert")) {
            fields.number("dip_alert")
                    .flatMap(points -> findings.attempt(fields.at("dip_alert"), () -> new DipAlert(points)))
                    .ifPresent(parts::add);
        }
    }
}
