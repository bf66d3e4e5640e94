package io.csm.domain.health;

/** The three colours that every scorecard's bands come down to. */
public enum Rag {
    GREEN,
    AMBER,
    RED
}
