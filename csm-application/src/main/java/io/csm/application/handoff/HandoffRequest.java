package io.csm.application.handoff;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Content;
import io.csm.domain.account.AccountId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the agent is asked to do.
 *
 * @param task which of the four
 * @param account about whom; empty means the whole portfolio, which only a health scan takes
 * @param tenant in which tenant; the actor's own
 * @param context what else there is to know, as {@link Content} takes it: {@code signals} (an object of signals by name)
 *     and {@code scorecard} for a health scan; {@code period} and {@code trigger} for a review
 * @param priority how urgent it is
 */
public record HandoffRequest(
        TaskType task, Optional<AccountId> account, TenantId tenant, Map<String, Object> context, Priority priority) {

    public HandoffRequest {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(priority, "priority");
        context = Content.copyOf(context);
    }

    /** A request about one account, with nothing else to know. */
    public static HandoffRequest about(TaskType task, AccountId account, TenantId tenant) {
        return new HandoffRequest(task, Optional.of(account), tenant, Map.of(), Priority.NORMAL);
    }

    /** A text of the context. */
    Optional<String> text(String field) {
        return Optional.ofNullable(context.get(field)).map(Object::toString);
    }
}
