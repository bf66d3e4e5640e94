package io.csm.domain.qbr;

import io.csm.domain.derivation.Feed;
import io.csm.domain.narrative.Prose;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is not known and would belong into a review, said to who prepares it. */
final class Missing {

    private final Reviewed reviewed;

    private Missing(Reviewed reviewed) {
        this.reviewed = reviewed;
    }

    static List<String> of(Reviewed reviewed, List<Metric> roi) {
        Missing missing = new Missing(reviewed);
        return Stream.of(
                        missing.score(),
                        missing.usage(),
                        missing.tickets(),
                        missing.feed(Feed.TOUCHPOINT, "No conversations are recorded", "the relationship"),
                        missing.feed(Feed.INVOICE, "No invoices arrive from billing", "payment"),
                        missing.unless(
                                reviewed.contract().arr().isPresent(),
                                "The annual contract value is not known, so nothing is set against it."),
                        missing.unless(
                                reviewed.contract().seats().isPresent(), "The number of seats bought is not known."),
                        missing.unless(
                                reviewed.contract().renewsOn().isPresent(),
                                "No renewal date is known, so the next steps do not lead up to one."),
                        missing.figure(roi, "likelihood to recommend us", "Nobody has answered an NPS survey lately."),
                        missing.figure(roi, "satisfaction with support", "Nobody has said how satisfied they are."))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> score() {
        if (!reviewed.hasBegun()) {
            return Optional.of("No score falls into " + reviewed.period() + ": the review speaks as of "
                    + Prose.day(reviewed.brief().day()) + ".");
        }
        return unless(
                reviewed.start().isPresent(),
                "There is no score from the start of " + reviewed.period() + " to compare the latest one with.");
    }

    private Optional<String> usage() {
        return reviewed.has(Feed.USAGE)
                ? unless(
                        reviewed.has(Feed.PERSON),
                        "Usage does not name people, so the review does not say how many are active.")
                : feed(Feed.USAGE, "No product usage arrives", "how much is used");
    }

    private Optional<String> tickets() {
        return feed(Feed.TICKET, "No support tickets arrive from your help desk", "support");
    }

    private Optional<String> feed(Feed feed, String what, String about) {
        return unless(reviewed.has(feed), what + ", so the review says nothing about " + about + ".");
    }

    private Optional<String> figure(List<Metric> roi, String name, String otherwise) {
        return unless(roi.stream().anyMatch(metric -> metric.name().equals(name)), otherwise);
    }

    private Optional<String> unless(boolean known, String otherwise) {
        return known ? Optional.empty() : Optional.of(otherwise);
    }
}
