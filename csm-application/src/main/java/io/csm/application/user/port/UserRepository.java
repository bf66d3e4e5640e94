package io.csm.application.user.port;

import io.csm.application.access.TenantId;
import io.csm.domain.user.User;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The users of a tenant, by id. */
public interface UserRepository {

    /** Stores the users, replacing what was known of each. */
    void saveAll(TenantId tenant, Collection<User> users);

    Optional<User> find(TenantId tenant, String id);

    /** At most that many, by id. */
    List<User> list(TenantId tenant, int limit);
}
