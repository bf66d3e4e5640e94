package io.csm.application.signal;

import static io.csm.application.contract.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.csm.application.CustomerSuccess;
import io.csm.application.account.AccountNotFound;
import io.csm.application.contract.SettableClock;
import io.csm.domain.signal.SignalOrigin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivingSignalsTest {

    private final CustomerSuccess csm = CustomerSuccess.inMemory(new SettableClock());

    GivingSignalsTest() {
        csm.ports().accounts().saveAll(ACME, List.of(named("A-1", "One"), named("A-2", "Two")));
    }

    private static SignalValue nps(String account, String value) {
        return new SignalValue(account(account), "nps_score", value, new SignalOrigin("tam", MONDAY), TUESDAY);
    }

    @Test
    void given_values_mark_their_accounts() {
        csm.giveSignals().give(MIA, List.of(nps("A-2", "3"), nps("A-2", "4")), TUESDAY);

        assertThat(csm.ports().changes().take(ACME, 9, WEDNESDAY)).isEqualTo(Map.of(account("A-2"), TUESDAY));
    }

    @Test
    void a_value_of_an_unknown_account_refuses_all_and_marks_nobody() {
        assertThatThrownBy(() -> csm.giveSignals().give(MIA, List.of(nps("A-1", "3"), nps("A-9", "3")), TUESDAY))
                .isInstanceOf(AccountNotFound.class);

        assertThat(csm.ports().changes().take(ACME, 9, WEDNESDAY)).isEmpty();
    }
}
