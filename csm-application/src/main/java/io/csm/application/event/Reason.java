package io.csm.application.event;

/** Why an event is refused: the field, what stands there, and what must. */
record Reason(String field, String value, String rule) {}
