package io.csm.domain.health;

import static io.csm.domain.signal.StandardSignals.AVG_TICKET_SENTIMENT;
import static io.csm.domain.signal.StandardSignals.OPEN_TICKET_COUNT;
import static io.csm.domain.signal.StandardSignals.TICKETS_30_DAYS;

import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalCatalogue;
import io.csm.domain.signal.SignalSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Points that neither steps nor a line nor a choice can give; each has a name, and its formula stands here. */
public final class NamedFormula implements PointsRule {

    /**
     * 0 to 10 points: 10 for positive ticket sentiment, 7 for neutral, 3 for negative, 0 for critical, less one for each
     * open ticket up to five, never below 0.
     */
    public static final NamedFormula SENTIMENT_LESS_OPEN_TICKETS = new NamedFormula(
            "sentiment_less_open_tickets",
            0,
            10,
            List.of(AVG_TICKET_SENTIMENT, OPEN_TICKET_COUNT),
            new SupportFormula());

    /** 30 to 85 points: 85 without a ticket, 70 up to two, 55 up to five, then 5 less for each, never below 30. */
    public static final NamedFormula TICKET_VOLUME =
            new NamedFormula("ticket_volume", 30, 85, List.of(TICKETS_30_DAYS), new VolumeFormula());

    /** All there are. */
    public static final List<NamedFormula> ALL = List.of(SENTIMENT_LESS_OPEN_TICKETS, TICKET_VOLUME);

    private final String code;
    private final double min;
    private final double max;
    private final List<Signal> signals;
    private final Formula formula;

    private NamedFormula(String code, double min, double max, List<Signal> signals, Formula formula) {
        this.code = code;
        this.min = min;
        this.max = max;
        this.signals = signals;
        this.formula = formula;
    }

    /** The formula of that name. */
    public static Optional<NamedFormula> find(String code) {
        return ALL.stream().filter(formula -> formula.code.equals(code)).findFirst();
    }

    /** The name of it in documents. */
    public String code() {
        return code;
    }

    @Override
    public <T> T match(
            Function<Line, T> onLine,
            Function<Steps, T> onSteps,
            Function<ByChoice, T> onChoice,
            Function<NamedFormula, T> onFormula) {
        return onFormula.apply(this);
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    @Override
    public double min() {
        return min;
    }

    @Override
    public double max() {
        return max;
    }

    @Override
    public CompiledRule compile(SignalCatalogue catalogue) {
        int first = catalogue.slot(signals.get(0));
        int last = catalogue.slot(signals.get(signals.size() - 1));
        return new Compiled(formula, first, last);
    }

    @Override
    public String toString() {
        return code;
    }

    /** Arithmetic over the first and the last signal, both tracked. */
    private interface Formula {
        double points(double first, double last);
    }

    private static final class SupportFormula implements Formula {
        private static final ByChoice BY_SENTIMENT = ScorecardLanguage.choice(AVG_TICKET_SENTIMENT)
                .scores("positive", 10)
                .scores("neutral", 7)
                .scores("negative", 3)
                .andLast("critical", 0);
        private static final double MOST_TICKETS = 5;

        private final double[] points = BY_SENTIMENT.inOrder();

        @Override
        public double points(double sentiment, double openTickets) {
            double less = openTickets < MOST_TICKETS ? openTickets : MOST_TICKETS;
            double left = points[(int) sentiment] - less;
            return left < 0 ? 0 : left;
        }
    }

    private static final class VolumeFormula implements Formula {
        @Override
        public double points(double tickets, double same) {
            if (tickets <= 5) {
                return tickets == 0 ? 85 : tickets <= 2 ? 70 : 55;
            }
            return Math.max(30, 55 - 5 * (tickets - 5));
        }
    }

    private static final class Compiled extends CompiledRule {
        private final Formula formula;
        private final int first;
        private final int last;

        Compiled(Formula formula, int first, int last) {
            this.formula = formula;
            this.first = first;
            this.last = last;
        }

        @Override
        double points(SignalSnapshot snapshot) {
            double a = snapshot.at(first);
            double b = snapshot.at(last);
            return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : formula.points(a, b);
        }
    }
}
