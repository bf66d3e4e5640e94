package io.csm.domain.derivation;

import static io.csm.domain.derivation.Derivation.derivation;
import static io.csm.domain.derivation.Needs.feeds;
import static io.csm.domain.derivation.Sentences.count;
import static io.csm.domain.derivation.Window.LAST_90_DAYS;
import static io.csm.domain.event.StandardEvents.EMAIL_OPENED;
import static io.csm.domain.event.StandardEvents.EMAIL_SENT;
import static io.csm.domain.event.StandardEvents.WEBINAR_ATTENDED;

import io.csm.domain.signal.StandardSignals;

/** What becomes of what is sent to everybody. */
final class CampaignDerivations {

    static final Derivation EMAIL_OPEN_RATE = derivation(
            StandardSignals.EMAIL_OPEN_RATE,
            "`email_sent` and `email_opened` events",
            LAST_90_DAYS.words(),
            "number opened / number sent, at most 1",
            feeds(Feed.EMAIL_SENT).and("an `email_sent` event in the window"),
            Age.newest("the newest of these events in the window", LAST_90_DAYS, EMAIL_SENT, EMAIL_OPENED),
            CampaignDerivations::opened);

    static final Derivation WEBINARS_ATTENDED_90_DAYS = derivation(
            StandardSignals.WEBINARS_ATTENDED_90_DAYS,
            "`webinar_attended` events",
            LAST_90_DAYS.words(),
            "their number",
            feeds(Feed.WEBINAR),
            Age.newest("the newest of these events in the window", LAST_90_DAYS, WEBINAR_ATTENDED),
            CampaignDerivations::attended);

    private CampaignDerivations() {}

    private static Finding opened(History history) {
        long sent = history.events(LAST_90_DAYS, EMAIL_SENT).count();
        if (sent == 0) {
            return Finding.notTracked("no e-mail was sent in 90 days");
        }
        long opened = history.events(LAST_90_DAYS, EMAIL_OPENED).count();
        return Finding.of(
                Math.min(1, (double) opened / sent),
                () -> count(opened, "e-mail") + " opened of " + sent + " sent in 90 days",
                () -> history.events(LAST_90_DAYS, EMAIL_SENT, EMAIL_OPENED).map(Sentences::of));
    }

    private static Finding attended(History history) {
        long attended = history.events(LAST_90_DAYS, WEBINAR_ATTENDED).count();
        return Finding.whole(
                attended,
                () -> count(attended, "webinar") + " attended in 90 days",
                () -> history.events(LAST_90_DAYS, WEBINAR_ATTENDED).map(Sentences::of));
    }
}
