package io.csm.application.contract;

import static io.csm.application.contract.Fixtures.*;
import static io.csm.application.contract.QbrBuilder.aReviewOf;
import static io.csm.domain.qbr.QbrTrigger.CONTRACT_PROXIMITY;
import static io.csm.domain.qbr.QbrTrigger.QUARTERLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.account.AccountNotFound;
import io.csm.application.qbr.port.QbrRepository;
import io.csm.domain.narrative.Writer;
import io.csm.domain.qbr.Qbr;
import io.csm.domain.qbr.QbrTrigger;
import io.csm.domain.time.Quarter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a repository of reviews must keep to. */
public abstract class QbrRepositoryContract extends PortsContract {

    private static final Quarter SPRING = new Quarter(2026, 1);
    private static final Quarter LAST_WINTER = new Quarter(2025, 4);

    @BeforeEach
    void some_accounts_are_known() {
        ports().accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two")));
    }

    private QbrRepository reviews() {
        return ports().qbrs();
    }

    private Optional<Qbr> find(Quarter period, QbrTrigger trigger) {
        return reviews().find(ACME, account("A-1"), period, trigger);
    }

    @Test
    void a_review_comes_back_as_saved() {
        Qbr complete = aReviewOf("A-1").by(Writer.model("gpt-4o-mini")).build();
        Qbr without = aReviewOf("A-1").in(LAST_WINTER).withoutOwner().build();

        reviews().save(ACME, complete);
        reviews().save(ACME, without);

        assertThat(find(SPRING, QUARTERLY)).contains(complete);
        assertThat(find(LAST_WINTER, QUARTERLY)).contains(without);
    }

    @Test
    void one_is_kept_for_each_account_period_and_trigger() {
        Qbr quarterly = aReviewOf("A-1").build();
        Qbr contract =
                aReviewOf("A-1").because(CONTRACT_PROXIMITY).saying("Renews.").build();
        Qbr before = aReviewOf("A-1").in(LAST_WINTER).saying("Before.").build();
        Qbr ofAnother = aReviewOf("A-2").saying("Another.").build();
        List.of(quarterly, contract, before, ofAnother)
                .forEach(each -> reviews().save(ACME, each));

        Qbr again = aReviewOf("A-1").generated(TUESDAY).saying("Once more.").build();
        reviews().save(ACME, again);

        assertThat(find(SPRING, QUARTERLY)).contains(again);
        assertThat(find(SPRING, CONTRACT_PROXIMITY)).contains(contract);
        assertThat(find(LAST_WINTER, QUARTERLY)).contains(before);
        assertThat(find(LAST_WINTER, CONTRACT_PROXIMITY)).isEmpty();
        assertThat(reviews().find(ACME, account("A-2"), SPRING, QUARTERLY)).contains(ofAnother);
        assertThat(reviews().find(ACME, account("A-9"), SPRING, QUARTERLY)).isEmpty();
        assertThat(reviews().listLatest(ACME, 9)).hasSize(4);
    }

    @Test
    void reviews_are_listed_the_one_generated_last_first() {
        Qbr monday = aReviewOf("A-1").build();
        Qbr alsoMonday = aReviewOf("A-2").build();
        Qbr tuesday = aReviewOf("A-2").in(LAST_WINTER).generated(TUESDAY).build();
        List.of(alsoMonday, tuesday, monday).forEach(each -> reviews().save(ACME, each));

        assertThat(reviews().listLatest(ACME, 9)).containsExactly(tuesday, monday, alsoMonday);
        assertThat(reviews().listLatest(ACME, 2)).containsExactly(tuesday, monday);
    }

    @Test
    void a_review_of_an_unknown_account_is_refused() {
        assertThatThrownBy(() -> reviews().save(ACME, aReviewOf("A-9").build()))
                .isInstanceOf(AccountNotFound.class)
                .hasMessageContaining("A-9");
    }

    @Test
    void what_is_saved_in_a_unit_that_is_undone_is_not_kept() {
        Qbr before = aReviewOf("A-1").build();
        reviews().save(ACME, before);

        assertThatThrownBy(() -> ports().unitOfWork().commit(ACME, () -> {
                    reviews().save(ACME, aReviewOf("A-1").saying("Other.").build());
                    reviews().save(ACME, aReviewOf("A-2").build());
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(reviews().listLatest(ACME, 9)).containsExactly(before);
    }

    @Test
    void another_tenant_sees_and_changes_nothing() {
        Qbr ours = aReviewOf("A-1").build();
        reviews().save(ACME, ours);
        ports().accounts().saveAll(GLOBEX, List.of(named("A-1", "Of Globex")));

        assertThat(reviews().find(GLOBEX, account("A-1"), SPRING, QUARTERLY)).isEmpty();
        assertThat(reviews().listLatest(GLOBEX, 9)).isEmpty();
        reviews().save(GLOBEX, aReviewOf("A-1").saying("Theirs.").build());

        assertThat(find(SPRING, QUARTERLY)).contains(ours);
    }
}
