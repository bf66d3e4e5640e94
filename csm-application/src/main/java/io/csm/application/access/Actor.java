package io.csm.application.access;

import java.util.Objects;
import java.util.Set;

/**
 * Who asks for something: in which tenant, as which user, with which roles, through which door.
 *
 * @param tenant bounds all that is seen and changed
 * @param user a name for the record, such as {@code mia@example.com}
 * @param roles such as {@code csm} or {@code admin}
 * @param origin the door
 */
public record Actor(TenantId tenant, String user, Set<String> roles, Origin origin) {

    public Actor {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(origin, "origin");
        roles = Set.copyOf(roles);
        if (user.isBlank()) {
            throw new IllegalArgumentException("the actor's user must not be blank");
        }
    }

    /** The administrator of an installation, in that tenant. */
    public static Actor administrator(TenantId tenant, Origin origin) {
        return new Actor(tenant, "administrator", Set.of("admin"), origin);
    }
}
