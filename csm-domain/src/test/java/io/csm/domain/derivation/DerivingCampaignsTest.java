package io.csm.domain.derivation;

import static io.csm.domain.event.StandardEvents.EMAIL_OPENED;
import static io.csm.domain.event.StandardEvents.EMAIL_SENT;
import static io.csm.domain.event.StandardEvents.WEBINAR_ATTENDED;
import static io.csm.domain.fixture.AccountFixture.NOW;
import static io.csm.domain.fixture.AccountFixture.anAccount;
import static io.csm.domain.fixture.AccountFixture.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.fixture.AccountFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivingCampaignsTest {

    @ParameterizedTest(name = "{1} opened of {0} sent: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # sent | opened | rate
              0    | 0      | -
              0    | 1      | -
              1    | 0      | 0
              4    | 1      | 0.25
              3    | 2      | 0.6667
              2    | 2      | 1
              2    | 3      | 1
            """)
    void compares_e_mails_opened_with_those_sent(int sent, int opened, String rate) {
        AccountFixture account = anAccount();
        for (int i = 0; i < sent; i++) {
            account.event(EMAIL_SENT, daysAgo(i));
        }
        for (int i = 0; i < opened; i++) {
            account.event(EMAIL_OPENED, daysAgo(i));
        }

        assertThat(Derived.shown("email_open_rate", account.build())).isEqualTo(rate);
    }

    @Test
    void counts_webinars() {
        AccountFixture account = anAccount();

        assertThat(Derived.shown("webinars_attended_90_days", account.build())).isEqualTo("0");

        account.event(WEBINAR_ATTENDED, NOW).event(WEBINAR_ATTENDED, NOW);

        assertThat(Derived.shown("webinars_attended_90_days", account.build())).isEqualTo("2");
    }
}
