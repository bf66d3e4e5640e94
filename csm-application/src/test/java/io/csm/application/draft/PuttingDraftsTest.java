package io.csm.application.draft;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.application.access.TenantId;
import io.csm.application.delivery.Delivery;
import io.csm.application.draft.port.DraftBox;
import io.csm.domain.account.AccountId;
import io.csm.domain.draft.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PuttingDraftsTest {

    private record Put(TenantId tenant, Draft draft, String id, Instant at) {}

    private final List<Put> box = new ArrayList<>();
    private final DraftBox remembering = (tenant, draft, id, at) -> box.add(new Put(tenant, draft, id, at));

    @ParameterizedTest(name = "about {0} for {1}")
    @CsvSource({"A-1, aurelia", "A-1,", ", aurelia", ","})
    void a_draft_arrives_as_it_was_written_under_the_name_of_its_delivery(String account, String representative) {
        Draft draft = new Draft(
                "alert/A-1",
                Optional.ofNullable(account).map(AccountId::new),
                Optional.ofNullable(representative),
                "[CSM ALERT] Account A-1",
                "Two lines,\nand \"quotes\".\n");
        Delivery delivery =
                Delivery.waiting("draft", "alert/x/2", draft.account(), "title", DraftContent.of(draft), MONDAY);

        new DraftChannel(remembering).take(ACME, delivery);

        assertThat(box).containsExactly(new Put(ACME, draft, "alert/x/2", MONDAY));
        assertThat(new DraftChannel(remembering).name()).isEqualTo("draft");
    }
}
