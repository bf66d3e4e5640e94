package io.csm.domain.event;

import io.csm.domain.event.EventType.Quantity;
import io.csm.domain.signal.TamHealth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The event types that CSM understands; those of {@link SourceType#CUSTOM} are kept, whatever they are called. */
public final class StandardEvents {

    /** Somebody used a feature, {@code count} times (default 1). */
    public static final EventType FEATURE_USED = new EventType(
            SourceType.ANALYTICS,
            "feature_used",
            Optional.of("feature"),
            true,
            List.of(),
            Optional.of(new Quantity("count", false, 0, 1_000_000_000)));

    public static final EventType LOGIN = plain(SourceType.ANALYTICS, "login");

    public static final EventType EMAIL_SENT = plain(SourceType.CRM, "email_sent");

    public static final EventType EMAIL_OPENED = plain(SourceType.CRM, "email_opened");

    public static final EventType WEBINAR_ATTENDED = about(SourceType.CRM, "webinar_attended", "webinar");

    /** The technical account manager judged the account. */
    public static final EventType TAM_HEALTH = new EventType(
            SourceType.CRM,
            "tam_health",
            Optional.of("rag"),
            true,
            Arrays.stream(TamHealth.values()).map(TamHealth::name).toList(),
            Optional.empty());

    /** The account said that it leaves. */
    public static final EventType CHURNED = about(SourceType.CRM, "churned", "reason");

    public static final EventType ESCALATION = about(SourceType.SUPPORT, "escalation", "reason");

    public static final EventType PAYMENT_FAILED = about(SourceType.BILLING, "payment_failed", "reason");

    /** An answer to how likely they would recommend us, {@code score} from 0 to 10. */
    public static final EventType NPS_ANSWER = score("nps_answer", 0, 10);

    /** An answer to how satisfied they are, {@code score} from 1 to 5. */
    public static final EventType CSAT_ANSWER = score("csat_answer", 1, 5);

    public static final List<EventType> ALL = List.of(
            FEATURE_USED,
            LOGIN,
            EMAIL_SENT,
            EMAIL_OPENED,
            WEBINAR_ATTENDED,
            TAM_HEALTH,
            CHURNED,
            ESCALATION,
            PAYMENT_FAILED,
            NPS_ANSWER,
            CSAT_ANSWER);

    private static final String CUSTOM = "custom.";

    private StandardEvents() {}

    private static EventType plain(SourceType source, String name) {
        return new EventType(source, name, Optional.empty(), false, List.of(), Optional.empty());
    }

    private static EventType about(SourceType source, String name, String subject) {
        return new EventType(source, name, Optional.of(subject), false, List.of(), Optional.empty());
    }

    private static EventType score(String name, long from, long to) {
        return new EventType(
                SourceType.SURVEY,
                name,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new Quantity("score", true, from, to)));
    }

    /** The type of that name from that kind of system; empty when there is none. */
    public static Optional<EventType> find(SourceType source, String name) {
        return source == SourceType.CUSTOM
                ? Optional.of(plain(source, name))
                : ALL.stream()
                        .filter(type -> type.source() == source && type.name().equals(name))
                        .findFirst();
    }

    /** Whether the type is one of these or of {@link SourceType#CUSTOM}. */
    public static boolean understands(EventType type) {
        return find(type.source(), type.name()).filter(type::equals).isPresent();
    }

    /** The type with that {@link EventType#code()}; empty when there is none. */
    public static Optional<EventType> ofCode(String code) {
        return code.startsWith(CUSTOM)
                ? find(SourceType.CUSTOM, code.substring(CUSTOM.length()))
                : ALL.stream().filter(type -> type.code().equals(code)).findFirst();
    }
}
