package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.ACME;
import static io.csm.application.contract.Fixtures.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.delivery.port.ChatThreads;
import org.junit.jupiter.api.Test;

/** What keeps the threads of a chat must keep to. */
public abstract class ChatThreadsContract extends PortsContract {

    private ChatThreads threads() {
        return ports().chatThreads();
    }

    @Test
    void a_thread_is_found_under_its_name_alone() {
        threads().save(ACME, "A-1", "1764086400.000100");

        assertThat(threads().find(ACME, "A-1")).contains("1764086400.000100");
        assertThat(threads().find(ACME, "a-1")).isEmpty();
        assertThat(threads().find(ACME, "A-2")).isEmpty();
    }

    @Test
    void the_last_one_saved_counts() {
        threads().save(ACME, "A-1", "1.1");
        threads().save(ACME, "A-1", "2.2");

        assertThat(threads().find(ACME, "A-1")).contains("2.2");
    }

    @Test
    void tenants_have_threads_of_their_own() {
        threads().save(ACME, "A-1", "1.1");
        assertThat(threads().find(GLOBEX, "A-1")).isEmpty();

        threads().save(GLOBEX, "A-1", "2.2");

        assertThat(threads().find(ACME, "A-1")).contains("1.1");
        assertThat(threads().find(GLOBEX, "A-1")).contains("2.2");
    }

    @Test
    void a_unit_that_fails_leaves_what_was_there() {
        threads().save(ACME, "A-1", "1.1");

        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    threads().save(ACME, "A-1", "2.2");
                    threads().save(ACME, "A-2", "3.3");
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");

        assertThat(threads().find(ACME, "A-1")).contains("1.1");
        assertThat(threads().find(ACME, "A-2")).isEmpty();
    }
}
