package io.csm.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.health.Scorecard;
import io.csm.domain.health.ShippedScorecards;
import io.csm.domain.health.document.RandomScorecards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardsAsYamlTest {

    private static final int SCORECARDS = 1500;

    @ParameterizedTest
    @ValueSource(strings = {"csm-standard", "enterprise-components", "engagement-sentiment-growth", "lifecycle-stage"})
    void exports_a_shipped_scorecard_as_a_document_to_edit(String name) throws IOException {
        Scorecard scorecard = ShippedScorecards.find(name).orElseThrow();

        String yaml = ScorecardFiles.write(scorecard, "Exported from CSM.\nEdit, validate, publish.");

        assertThat(yaml).isEqualTo(golden(name + ".yaml"));
        assertThat(ScorecardFiles.read(yaml, name)).isEqualTo(scorecard);
    }

    private String golden(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void reads_back_whatever_it_writes() {
        for (long seed = 0; seed < SCORECARDS; seed++) {
            Scorecard scorecard = RandomScorecards.of(seed);

            String yaml = ScorecardFiles.write(scorecard, "seed: " + seed + "\u0000\n\u2028#{[");

            assertThat(ScorecardFiles.read(yaml, "seed " + seed)).as(yaml).isEqualTo(scorecard);
        }
    }

    @Test
    void reads_a_file_from_another_editor(@TempDir Path folder) throws IOException {
        Scorecard scorecard = ShippedScorecards.ENTERPRISE_COMPONENTS;
        Path file = folder.resolve("scorecard.yaml");
        Files.writeString(file, "\uFEFF" + ScorecardFiles.write(scorecard).replace("\n", "\r\n"));

        assertThat(ScorecardFiles.read(file)).isEqualTo(scorecard);
    }

    @Test
    void takes_words_with_and_without_quotes() {
        String yaml = ScorecardFiles.write(ShippedScorecards.ENTERPRISE_COMPONENTS);

        String quoted =
                yaml.replace("is: yes", "'is': \"yes\"").replace("{no: 30, yes: 100}", "{'no': 30, \"yes\": 100}");

        assertThat(yaml).contains("is: yes", "{no: 30, yes: 100}").isNotEqualTo(quoted);
        assertThat(ScorecardFiles.read(quoted, "quoted")).isEqualTo(ShippedScorecards.ENTERPRISE_COMPONENTS);
    }

    @Test
    void takes_an_anchor_that_is_used_again() {
        String yaml = ScorecardFiles.write(ShippedScorecards.LIFECYCLE_STAGE_CARD)
                .replaceFirst("from: \\{", "from: &nothing {")
                .replaceAll("from: \\{value: 0, points: 0}", "from: *nothing");

        assertThat(yaml).contains("*nothing");
        assertThat(ScorecardFiles.read(yaml, "anchors")).isEqualTo(ShippedScorecards.LIFECYCLE_STAGE_CARD);
    }
}
