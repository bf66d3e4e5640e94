package io.csm.domain.alert;

import io.csm.domain.brief.AccountBrief;
import io.csm.domain.draft.Draft;
import io.csm.domain.narrative.ChurnNarrative;
import io.csm.domain.narrative.Written;
import java.util.List;

/** Writes what is said about alerts: the draft for the representative, the chat message, the digest. */
public final class AlertWriter {

    private AlertWriter() {}

    /**
     * The draft for the representative, subject {@code [CSM ALERT] Account {id} health: {band} (score: {0 decimals})}.
     */
    public static Draft draft(Alert alert, AccountBrief brief, Written<ChurnNarrative> narrative) {
        return new Draft(
                Draft.keyOf("alert", alert.account().value()),
                java.util.Optional.of(alert.account()),
                brief.account().owner(),
                alert.concern().message(),
                narrative.text().narrative());
    }

    /** The chat message, a few lines of plain text with Slack's {@code *bold*}. */
    public static String chat(Alert alert, AccountBrief brief, Written<ChurnNarrative> narrative) {
        return alert.concern().message() + narrative.writer() + brief.account();
    }

    /** The lines of a digest of alerts that are not told of one by one, the worst first. */
    public static Draft digest(List<DigestLine> alerts, java.time.Instant at) {
        return new Draft(
                "digest", java.util.Optional.empty(), java.util.Optional.empty(), "Digest", alerts.toString() + at);
    }

    /** The digest for chat. */
    public static String digestChat(List<DigestLine> alerts, java.time.Instant at) {
        return alerts.toString() + at;
    }
}
