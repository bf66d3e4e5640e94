package io.csm.app.imports;

import static io.csm.app.imports.TargetField.Kind.AMOUNT;
import static io.csm.app.imports.TargetField.Kind.DAY;
import static io.csm.app.imports.TargetField.Kind.FLAG;
import static io.csm.app.imports.TargetField.Kind.INSTANT;
import static io.csm.app.imports.TargetField.Kind.LIST;
import static io.csm.app.imports.TargetField.Kind.TEXT;
import static io.csm.app.imports.TargetField.Kind.WHOLE;
import static io.csm.app.imports.TargetField.oneOf;
import static io.csm.app.imports.TargetField.optional;
import static io.csm.app.imports.TargetField.required;

import io.csm.app.events.EventTypes;
import io.csm.domain.account.AccountStatus;
import io.csm.domain.fact.ContactRole;
import io.csm.domain.fact.Direction;
import io.csm.domain.fact.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a row can become, and the fields that it has then. */
public enum Target {
    ACCOUNT(
            required(Target.ACCOUNT_ID, TEXT),
            optional("name", TEXT),
            optional("plan", TEXT),
            optional("plan_features", WHOLE),
            optional("segment_tags", LIST),
            optional("stage", TEXT),
            optional("arr", AMOUNT),
            optional("currency", TEXT),
            optional("seats_bought", WHOLE),
            optional("started_on", DAY),
            optional("renews_on", DAY),
            optional("owner", TEXT),
            oneOf("status", false, codes(AccountStatus.values(), AccountStatus::code)),
            optional("churned_on", DAY),
            optional("churn_reason", TEXT)),
    CONTACT(
            required(Target.ACCOUNT_ID, TEXT),
            required("id", TEXT),
            optional("name", TEXT),
            oneOf("role", true, codes(ContactRole.values(), ContactRole::code)),
            optional("left_on", DAY)),
    SUBSCRIPTION(
            required(Target.ACCOUNT_ID, TEXT),
            required("id", TEXT),
            optional("plan", TEXT),
            optional("seats", WHOLE),
            optional("arr", AMOUNT),
            optional("currency", TEXT),
            required("starts_on", DAY),
            optional("ends_on", DAY),
            optional("renews_on", DAY),
            oneOf("term", true, codes(Term.values(), Term::code)),
            optional("trial", FLAG)),
    INVOICE(
            required(Target.ACCOUNT_ID, TEXT),
            required("id", TEXT),
            required("amount", AMOUNT),
            required("currency", TEXT),
            required("issued_on", DAY),
            required("due_on", DAY),
            optional("paid_on", DAY)),
    TICKET(
            required(Target.ACCOUNT_ID, TEXT),
            required("id", TEXT),
            required("opened_at", INSTANT),
            optional("closed_at", INSTANT),
            optional("escalated_at", INSTANT),
            optional("sentiment", WHOLE),
            optional("satisfaction", WHOLE),
            optional("priority", TEXT),
            optional("subject", TEXT)),
    TOUCHPOINT(
            required(Target.ACCOUNT_ID, TEXT),
            required("id", TEXT),
            required("occurred_at", INSTANT),
            oneOf("direction", true, codes(Direction.values(), Direction::code)),
            required("channel", TEXT),
            optional("contact", TEXT),
            optional("answered_at", INSTANT),
            optional("summary", TEXT)),
    EVENT(
            optional("source", TEXT),
            required(Target.ACCOUNT_ID, TEXT),
            required("id", TEXT),
            oneOf("source_type", true, EventTypes.sourceTypes()),
            required("type", TEXT),
            required("occurred_at", INSTANT),
            optional("person", TEXT),
            optional("subject", TEXT),
            optional("quantity", WHOLE)),
    /** Values given for signals; its other fields are the signals. */
    SIGNAL(required(Target.ACCOUNT_ID, TEXT), optional("source", TEXT), optional("observed_at", INSTANT)),
    USER(required("id", TEXT), optional("name", TEXT), optional("email", TEXT));

    static final String ACCOUNT_ID = "account_id";

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<TargetField> fields;

    Target(TargetField... fields) {
        this.fields = List.of(fields);
    }

    private static <E> List<String> codes(E[] values, Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }

    /** The word in mappings and reports, such as {@code ticket}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return codes(values(), Target::code);
    }

    static Optional<Target> of(String code) {
        return Arrays.stream(values())
                .filter(target -> target.code().equals(code))
                .findFirst();
    }

    List<TargetField> fields() {
        return fields;
    }

    /** Whether everything else is about it. */
    boolean isFirst() {
        return this == ACCOUNT || this == USER;
    }
}
