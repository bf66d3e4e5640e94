package io.csm.domain.health.bench;

import static io.csm.domain.signal.StandardSignals.CATALOGUE;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.StandardSignals;

/** The number of {@code csm-standard} and nothing else, written by hand as fast as Java allows: what we measure against. */
final class BareLoop {

    private static final int ADOPTION = slot(StandardSignals.FEATURE_ADOPTION_RATE);
    private static final int TREND = slot(StandardSignals.USAGE_TREND);
    private static final int LOGIN = slot(StandardSignals.LOGIN_FREQUENCY_DAYS);
    private static final int INTERACTION = slot(StandardSignals.DAYS_SINCE_LAST_INTERACTION);
    private static final int INVOICE = slot(StandardSignals.INVOICE_PAYMENT_STATUS);
    private static final int SENTIMENT = slot(StandardSignals.AVG_TICKET_SENTIMENT);
    private static final int TICKETS = slot(StandardSignals.OPEN_TICKET_COUNT);
    private static final int RENEWAL = slot(StandardSignals.DAYS_TO_RENEWAL);
    private static final int SEATS = slot(StandardSignals.SEATS_UTILIZATION_RATE);
    private static final int ENGAGEMENT = slot(StandardSignals.STAKEHOLDER_ENGAGEMENT);
    private static final int NPS = slot(StandardSignals.NPS_SCORE);
    private static final int ESCALATIONS = slot(StandardSignals.ESCALATION_COUNT_90_DAYS);
    private static final int TAM = slot(StandardSignals.TAM_HEALTH_RAG);

    private BareLoop() {}

    private static int slot(Signal signal) {
        return CATALOGUE.slot(signal);
    }

    static double score(SignalSnapshot s) {
        double sum = s.at(ADOPTION) * 20;
        sum += fourWords(s.at(TREND), 15, 10, 3, 0);
        sum += days(s.at(LOGIN), 7, 30, 60);
        sum += days(s.at(INTERACTION), 30, 60, 90);
        sum += fourWords(s.at(INVOICE), 10, 6, 3, 0);
        sum += Math.max(0, fourWords(s.at(SENTIMENT), 10, 7, 3, 0) - Math.min(s.at(TICKETS), 5));
        sum += renewal(s.at(RENEWAL));
        sum += seats(s.at(SEATS));
        double engagement = s.at(ENGAGEMENT);
        sum += engagement == 0 ? 5 : engagement == 1 ? 3 : 1;
        sum += nps(s.at(NPS));
        double escalations = s.at(ESCALATIONS);
        sum += escalations == 0 ? 2 : escalations == 1 ? 1 : 0;
        double tam = s.at(TAM);
        return clamp(clamp(sum) * (tam == 2 ? 0.85 : tam == 1 ? 0.95 : 1));
    }

    private static double fourWords(double word, double first, double second, double third, double fourth) {
        return word == 0 ? first : word == 1 ? second : word == 2 ? third : fourth;
    }

    private static double days(double days, double ten, double seven, double four) {
        return days <= ten ? 10 : days <= seven ? 7 : days <= four ? 4 : Double.isNaN(days) ? 5 : 0;
    }

    private static double renewal(double days) {
        return days > 180 ? 10 : days > 90 ? 8 : days > 60 ? 6 : days > 30 ? 3 : Double.isNaN(days) ? 7 : 1;
    }

    private static double seats(double rate) {
        return rate > 1.0 ? 4 : rate >= 0.8 ? 5 : rate >= 0.5 ? 3 : 1;
    }

    private static double nps(double nps) {
        return nps >= 9 ? 3 : nps >= 7 ? 2 : nps >= 5 ? 1 : Double.isNaN(nps) ? 2 : 0;
    }

    private static double clamp(double value) {
        return value < 0 ? 0 : value > 100 ? 100 : value;
    }
}
