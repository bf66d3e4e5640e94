package io.csm.application.handoff;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The four tasks of the agent. */
public enum TaskType {
    /** Score one account, or the portfolio, and raise alerts. */
    HEALTH_SCAN,
    /** Prepare a quarterly business review. */
    GENERATE_QBR,
    /** Look for chances to sell more. */
    CHECK_EXPANSION,
    /** Report what an account uses. */
    TRACK_FEATURE_ADOPTION;

    /** How it is written in requests: the name in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The task of that {@link #code()}.
     *
     * @throws IllegalArgumentException listing the four
     */
    public static TaskType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no task '" + code + "'; there are "
                        + Arrays.stream(values()).map(TaskType::code).collect(Collectors.joining(", "))));
    }
}
