package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.user.port.UserRepository;
import io.csm.domain.user.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a repository of users must keep to. */
public abstract class UserRepositoryContract extends PortsContract {

    private static final User ZOE = new User("zoe", "Zoë Müller", Optional.of("zoe@example.com"));
    private static final User KIM = new User("Kim", "", Optional.empty());

    private UserRepository users() {
        return ports().users();
    }

    @Test
    void a_user_comes_back_as_saved() {
        users().saveAll(ACME, List.of(ZOE, KIM));

        assertThat(users().find(ACME, "zoe")).contains(ZOE);
        assertThat(users().find(ACME, "Kim")).contains(KIM);
        assertThat(users().find(ACME, "kim")).isEmpty();
    }

    @Test
    void saving_replaces_all_that_was_known() {
        User changed = new User("zoe", "Zoë", Optional.empty());
        users().saveAll(ACME, List.of(ZOE));

        users().saveAll(ACME, List.of(ZOE, changed));

        assertThat(users().list(ACME, 9)).containsExactly(changed);
    }

    @Test
    void users_are_listed_by_id() {
        users().saveAll(ACME, List.of(ZOE, new User("amy", "Amy", Optional.empty()), KIM));

        assertThat(users().list(ACME, 2)).extracting(User::id).containsExactly("Kim", "amy");
    }

    @Test
    void nothing_saved_is_nothing_stored() {
        users().saveAll(ACME, List.of());

        assertThat(users().list(ACME, 9)).isEmpty();
    }
}
