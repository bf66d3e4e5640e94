package io.csm.application.draft;

import io.csm.domain.account.AccountId;
import io.csm.domain.draft.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A draft as it travels to its mailbox. */
public final class DraftContent {

    private DraftContent() {}

    public static Map<String, Object> of(Draft draft) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("key", draft.key());
        content.put("account_id", draft.account().map(AccountId::value).orElse(null));
        content.put("representative", draft.representative().orElse(null));
        content.put("subject", draft.subject());
        content.put("body", draft.body());
        return content;
    }

    static Draft read(Map<String, Object> content) {
        return new Draft(
                text(content, "key").orElseThrow(),
                text(content, "account_id").map(AccountId::new),
                text(content, "representative"),
                text(content, "subject").orElseThrow(),
                text(content, "body").orElseThrow());
    }

    private static Optional<String> text(Map<String, Object> content, String field) {
        return Optional.ofNullable(content.get(field)).map(Object::toString);
    }
}
