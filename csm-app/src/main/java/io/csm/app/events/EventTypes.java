package io.csm.app.events;

import io.csm.domain.event.EventType;
import io.csm.domain.event.SourceType;
import io.csm.domain.event.StandardEvents;
import io.csm.domain.signal.SimilarNames;
import java.util.Arrays;
import java.util.List;

/** Finds event types by the words that name them. */
public final class EventTypes {

    private EventTypes() {}

    /** The words for kinds of systems. */
    public static List<String> sourceTypes() {
        return Arrays.stream(SourceType.values()).map(SourceType::code).toList();
    }

    /**
     * The type of that name from that kind of system.
     *
     * @throws InvalidEvent saying which one may have been meant
     */
    public static EventType get(String sourceType, String type) {
        SourceType source = Arrays.stream(SourceType.values())
                .filter(candidate -> candidate.code().equals(sourceType))
                .findFirst()
                .orElseThrow(() -> new InvalidEvent(
                        "source_type",
                        EventDocument.shortened(sourceType),
                        "must be one of " + String.join(", ", sourceTypes()) + near(sourceType, sourceTypes())));
        try {
            return StandardEvents.find(source, type).orElseThrow(() -> unknown(source, type));
        } catch (InvalidEvent unknown) {
            throw unknown;
        } catch (IllegalArgumentException malformed) {
            throw new InvalidEvent(
                    "type",
                    EventDocument.shortened(type),
                    "must be 1 to 60 lower-case letters, digits and underscores");
        }
    }

    private static InvalidEvent unknown(SourceType source, String type) {
        List<String> ofSource = StandardEvents.ALL.stream()
                .filter(known -> known.source() == source)
                .map(EventType::name)
                .toList();
        List<String> elsewhere = StandardEvents.ALL.stream()
                .filter(known -> known.name().equals(type))
                .map(known -> "source_type " + known.source().code())
                .toList();
        String hint =
                elsewhere.isEmpty() ? near(type, ofSource) : "; it is an event of " + String.join(" and ", elsewhere);
        return new InvalidEvent(
                "type",
                EventDocument.shortened(type),
                (ofSource.isEmpty()
                                ? "is not known of source_type " + source.code()
                                : "must be one of " + String.join(", ", ofSource) + ", of source_type " + source.code())
                        + ", or any of source_type custom" + hint);
    }

    private static String near(String word, List<String> known) {
        List<String> near = SimilarNames.near(word, known);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }
}
