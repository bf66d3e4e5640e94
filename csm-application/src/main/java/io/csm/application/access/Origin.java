package io.csm.application.access;

/** The door through which an actor came. */
public enum Origin {
    /** A Java application that embeds CSM. */
    EMBEDDED,
    COMMAND_LINE,
    HTTP,
    WEB,
    SCHEDULER,
    AGENT
}
