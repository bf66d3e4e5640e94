package io.csm.domain.churn;

import static io.csm.domain.signal.StandardSignals.DAYS_TO_RENEWAL;
import static io.csm.domain.signal.StandardSignals.LOGIN_FREQUENCY_DAYS;
import static io.csm.domain.signal.StandardSignals.USAGE_TREND;

import io.csm.domain.health.HealthScore;
import io.csm.domain.health.Rag;
import io.csm.domain.signal.Figures;
import io.csm.domain.signal.Signal;
import io.csm.domain.signal.SignalSnapshot;
import io.csm.domain.signal.UsageTrend;
import java.util.List;
import java.util.Optional;

/**
 * The deterministic rules on top of a score. Contract proximity: the band is RED or AMBER and the contract renews
 * within the window, a past date included. Behavioral: usage is declining or inactive, and people log in less than
 * every 30 days or it is not known how often.
 *
 * @param windowDays the churn window, 0 to 3650 days, inclusive; default 60
 */
public record ChurnRules(int windowDays) {

    /** The default churn window. */
    public static final int DEFAULT_WINDOW_DAYS = 60;

    /** People who log in less often than this do not use the product. */
    static final int RARE_LOGIN_DAYS = 30;

    /** The signals that the rules read, beside those behind the score. */
    static final List<Signal> SIGNALS = List.of(DAYS_TO_RENEWAL, USAGE_TREND, LOGIN_FREQUENCY_DAYS);

    private static final int LONGEST_WINDOW_DAYS = 3650;
    private static final double DECLINING = USAGE_TREND.valueOf(UsageTrend.DECLINING);
    private static final double INACTIVE = USAGE_TREND.valueOf(UsageTrend.INACTIVE);

    public ChurnRules {
        if (windowDays < 0 || windowDays > LONGEST_WINDOW_DAYS) {
            throw new IllegalArgumentException(
                    "the churn window must be from 0 to " + LONGEST_WINDOW_DAYS + " days but was " + windowDays);
        }
    }

    /** The rules with the default window. */
    public static ChurnRules defaults() {
        return new ChurnRules(DEFAULT_WINDOW_DAYS);
    }

    /** Judges an account by its score and the signals it was made from. */
    public ChurnAssessment assess(HealthScore score) {
        Rag rag = score.rag();
        boolean contract = isContractNear(rag, score.snapshot());
        boolean behavioral = isUsageFading(score.snapshot());
        return new ChurnAssessment(
                risk(rag, contract, behavioral),
                trigger(contract, behavioral),
                rag,
                List.of(
                        new ChurnAssessment.Finding(
                                ChurnTrigger.CONTRACT_PROXIMITY, contract, contractSentence(rag, score.snapshot())),
                        new ChurnAssessment.Finding(
                                ChurnTrigger.BEHAVIORAL, behavioral, behaviorSentence(score.snapshot(), behavioral))));
    }

    /** The risk alone, for scans that keep nothing else. */
    public ChurnRisk risk(HealthScore score) {
        return risk(score.rag(), isContractNear(score.rag(), score.snapshot()), isUsageFading(score.snapshot()));
    }

    /** The trigger alone, for scans that keep nothing else. */
    public Optional<ChurnTrigger> trigger(HealthScore score) {
        return trigger(isContractNear(score.rag(), score.snapshot()), isUsageFading(score.snapshot()));
    }

    private boolean isContractNear(Rag rag, SignalSnapshot snapshot) {
        double days = snapshot.value(DAYS_TO_RENEWAL).orElse(Double.NaN);
        return rag != Rag.GREEN && days <= windowDays;
    }

    private static boolean isUsageFading(SignalSnapshot snapshot) {
        double login = snapshot.value(LOGIN_FREQUENCY_DAYS).orElse(Double.POSITIVE_INFINITY);
        return isFalling(snapshot) && login > RARE_LOGIN_DAYS;
    }

    private static boolean isFalling(SignalSnapshot snapshot) {
        double trend = snapshot.value(USAGE_TREND).orElse(Double.NaN);
        return trend == DECLINING || trend == INACTIVE;
    }

    private static ChurnRisk risk(Rag rag, boolean contract, boolean behavioral) {
        if (contract && behavioral) {
            return ChurnRisk.CRITICAL;
        }
        if (contract) {
            return rag == Rag.RED ? ChurnRisk.CRITICAL : ChurnRisk.HIGH;
        }
        if (behavioral) {
            return rag == Rag.GREEN ? ChurnRisk.MEDIUM : ChurnRisk.HIGH;
        }
        return rag == Rag.GREEN ? ChurnRisk.LOW : ChurnRisk.MEDIUM;
    }

    private static Optional<ChurnTrigger> trigger(boolean contract, boolean behavioral) {
        if (contract && behavioral) {
            return Optional.of(ChurnTrigger.BOTH);
        }
        return contract
                ? Optional.of(ChurnTrigger.CONTRACT_PROXIMITY)
                : behavioral ? Optional.of(ChurnTrigger.BEHAVIORAL) : Optional.empty();
    }

    private String contractSentence(Rag rag, SignalSnapshot snapshot) {
        double days = snapshot.value(DAYS_TO_RENEWAL).orElse(Double.NaN);
        String renewal = words(snapshot, DAYS_TO_RENEWAL, "no renewal date is known");
        String window = days < 0
                ? ""
                : (days <= windowDays ? ", within" : ", beyond") + " the window of " + Figures.count(windowDays, "day");
        if (isContractNear(rag, snapshot)) {
            return "Contract proximity: " + renewal + window + ", and the band is " + rag + ".";
        }
        String but = days <= windowDays ? ", but the band is GREEN" : days > windowDays ? window : "";
        return "No contract proximity: " + renewal + but + ".";
    }

    private static String behaviorSentence(SignalSnapshot snapshot, boolean fired) {
        String usage = words(snapshot, USAGE_TREND, "the usage trend is not known");
        String logins = words(snapshot, LOGIN_FREQUENCY_DAYS, "it is not known how often people log in");
        if (fired) {
            return "Behavioral risk: " + usage + " and " + logins + ".";
        }
        return "No behavioral risk: " + usage + (isFalling(snapshot) ? ", but " + logins : "") + ".";
    }

    private static String words(SignalSnapshot snapshot, Signal signal, String otherwise) {
        return snapshot.value(signal).stream().mapToObj(signal::say).findFirst().orElse(otherwise);
    }
}
