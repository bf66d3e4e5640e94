package io.csm.domain.qbr;

import static io.csm.domain.qbr.QbrTrigger.CONTRACT_PROXIMITY;
import static io.csm.domain.qbr.QbrTrigger.QUARTERLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.csm.domain.adoption.PeerUsage;
import org.junit.jupiter.api.Test;

class WritingAReviewTest {

    @Test
    void of_a_thriving_account() {
        assertThat(QbrWriter.draft(ReviewOf.review(ReviewOf.thriving(), QUARTERLY))
                        .body())
                .isEqualTo("""
                        Quarterly business review of Globex for Q1 2026, prepared on 2 March 2026

                        ACCOUNT HEALTH SUMMARY
                        Globex has gained ground so far in Q1 2026: the health score rose from 74 on 31 December 2025 to 96 of 100 on 2 March 2026, and is in a good range. What carries this is that 80 % of the plan's features are in use and usage is growing, and nothing stands out that would need attention.
                        - Health score: 96 of 100 on 2 March 2026, 74 on 31 December 2025
                        - Going well: 80 % of the plan's features are in use
                        - Going well: usage is growing
                        - Going well: people log in daily
                        - Renewal date: 27 December 2026

                        ROI AND BUSINESS IMPACT
                        Your team used the product 1,376 times so far in Q1 2026, 175 % more than in the same days of the quarter before. 133 of 140 seats are in use. At an annual contract value of 84,000 EUR, that comes to 631.58 EUR for each active person.
                        - Annual contract value: 84,000 EUR
                        - Seats in use: 133 of 140, or 95 % (before: 95 %)
                        - Annual contract value per active person: 631.58 EUR
                        - Uses of features: 1,376 (before: 500)
                        - Features used: 2 (before: 1)
                        - Support tickets: 1 opened, 0 solved (before: 0 opened, 0 solved)
                        - Likelihood to recommend us: 9 of 10 on 18 February 2026
                        - Escalations: 0 (before: 0)
                        - Conversations with us: 2 (before: 0)

                        FEATURE ADOPTION SCORECARD
                        Your team uses 80 % of the features in its plan, most of all Reports and Schedules. That is above the median of 60 % among 12 comparable customers. The most worthwhile to look at next is Shift swap, which 9 comparable customers use.
                        - Reports: 640 uses in the last 30 days, 410 uses in the 30 before
                        - Schedules: 326 uses in the last 30 days, none in the 30 before
                        - Worth a look: Shift swap, which 9 comparable customers use

                        EXPANSION AND NEXT STEPS
                        There is nothing to repair, so the steps for Q2 2026 are about keeping what works. Beyond that, what we see speaks for a conversation about more seats, a further module and a connection to your other systems.
                        - Look at seats together, as they run short, about 16,200 EUR a year (Ada Lovelace, in April 2026)
                        - See a module that builds on what your team uses already, about 6,000 EUR a year (Ada Lovelace, in April 2026)
                        - Go through the connections that you asked about (Ada Lovelace, in April 2026)
                        - Next quarterly review (Ada Lovelace, in July 2026)

                        NOT IN THIS REVIEW
                        - Nobody has said how satisfied they are.

                        (written by rules)
                        """);
    }

    @Test
    void of_an_account_that_falls_before_its_renewal() {
        assertThat(QbrWriter.draft(ReviewOf.review(ReviewOf.falling(), CONTRACT_PROXIMITY))
                        .body())
                .isEqualTo("""
                        Quarterly business review of Initech Inc. for Q1 2026, prepared on 2 March 2026

                        ACCOUNT HEALTH SUMMARY
                        The contract of Initech Inc. renews on 16 April 2026. Initech Inc. has lost ground so far in Q1 2026: the health score went from 45 on 31 December 2025 to 26 of 100 on 2 March 2026, and needs attention from both of us. Our last conversation was on 20 February 2026; what needs attention is that only 20 % of the plan's features are in use and usage has gone down lately.
                        - Health score: 26 of 100 on 2 March 2026, 45 on 31 December 2025
                        - Going well: our last conversation was on 20 February 2026
                        - Needs attention: only 20 % of the plan's features are in use
                        - Needs attention: usage has gone down lately
                        - Needs attention: support has not been up to your expectations lately and 4 support tickets are open
                        - Renewal date: 16 April 2026

                        ROI AND BUSINESS IMPACT
                        Your team used the product 283 times so far in Q1 2026, 43 % less than in the same days of the quarter before. 15 of 50 seats are in use. At an annual contract value of 30,000 USD, that comes to 2,000 USD for each active person.
                        - Annual contract value: 30,000 USD
                        - Seats in use: 15 of 50, or 30 % (before: 30 %)
                        - Annual contract value per active person: 2,000 USD
                        - Uses of features: 283 (before: 500)
                        - Features used: 2 (before: 1)
                        - Support tickets: 1 opened, 0 solved (before: 0 opened, 0 solved)
                        - Likelihood to recommend us: 3 of 10
                        - Escalations: 1 (before: 0)
                        - Conversations with us: 0 (before: 0)
                        - Invoices paid on time: 0 of 1

                        FEATURE ADOPTION SCORECARD
                        Your team uses 20 % of the features in its plan, most of all Reports. 12 comparable customers use 60 % at the median, so there is more to be had from the plan. The most worthwhile to look at next is Shift swap, which 9 comparable customers use.
                        - Reports: 31 uses in the last 30 days, 240 uses in the 30 before
                        - Worth a look: Shift swap, which 9 comparable customers use
                        - Worth a look: Export, not used in the last 30 days, after 12 uses in the 30 days before
                        - Worth a look: Reports, 31 uses after 240 uses in the 30 days before

                        EXPANSION AND NEXT STEPS
                        The first step is to agree on how the contract goes on. Three matters need attention most, and Grace Hopper would like to take them up with you by 17 March 2026. Nothing needs to be added to the contract at present.
                        - Agree on the renewal of 16 April 2026 (Grace Hopper, by 17 March 2026)
                        - Try out those features of the plan that are not in use yet (Grace Hopper, by 17 March 2026)
                        - Look at where usage went down, and agree on two routines to revive (Grace Hopper, by 17 March 2026)
                        - Go through the recent support tickets together (Grace Hopper, by 17 March 2026)
                        - Next quarterly review (Grace Hopper, in July 2026)

                        NOT IN THIS REVIEW
                        - Nobody has said how satisfied they are.

                        (written by rules)
                        """);
    }

    @Test
    void of_an_account_of_which_nothing_arrives() {
        QbrFacts facts = ReviewOf.facts(ReviewOf.unknown(), QUARTERLY, PeerUsage.none());

        assertThat(QbrWriter.draft(ReviewOf.review(facts)).body()).isEqualTo("""
                        Quarterly business review of Umbrella for Q1 2026, prepared on 2 March 2026

                        ACCOUNT HEALTH SUMMARY
                        This is the first review with a health score for Umbrella: it stands at 76 of 100 on 2 March 2026, and is in a good range. Usage is growing and invoices are paid on time; what needs attention is that only 50 % of the plan's features are in use.
                        - Health score: 76 of 100 on 2 March 2026
                        - Going well: usage is growing
                        - Going well: invoices are paid on time
                        - Going well: support is well received and no support ticket is open
                        - Needs attention: only 50 % of the plan's features are in use
                        - Not known yet: logins, conversations with us and likelihood to recommend us

                        ROI AND BUSINESS IMPACT
                        The figures at hand for Q1 2026 are too few to tell a return from them. More can be told here as soon as further data on usage, support and contract is at hand.
                        - Seats in use: 90 %

                        FEATURE ADOPTION SCORECARD
                        Your team uses 50 % of the features in its plan. Which features these are is not known in detail.

                        EXPANSION AND NEXT STEPS
                        One matter needs attention, and your customer-success manager would like to take it up with you by 30 April 2026. Nothing needs to be added to the contract at present.
                        - Try out those features of the plan that are not in use yet (your customer-success manager, by 30 April 2026)
                        - Next quarterly review (your customer-success manager, in July 2026)

                        NOT IN THIS REVIEW
                        - There is no score from the start of Q1 2026 to compare the latest one with.
                        - No product usage arrives, so the review says nothing about how much is used.
                        - No support tickets arrive from your help desk, so the review says nothing about support.
                        - No conversations are recorded, so the review says nothing about the relationship.
                        - No invoices arrive from billing, so the review says nothing about payment.
                        - The annual contract value is not known, so nothing is set against it.
                        - The number of seats bought is not known.
                        - No renewal date is known, so the next steps do not lead up to one.
                        - Nobody has answered an NPS survey lately.
                        - Nobody has said how satisfied they are.

                        (written by rules)
                        """);
    }
}
