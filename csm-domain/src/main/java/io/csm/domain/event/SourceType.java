package io.csm.domain.event;

import java.util.Locale;

/** The kind of system that an event comes from. */
public enum SourceType {
    SUPPORT,
    ANALYTICS,
    CRM,
    BILLING,
    SURVEY,
    /** Any other; its event types are yours. */
    CUSTOM;

    /** The word in files and columns, such as {@code analytics}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
