package io.csm.app.imports;

import java.util.List;

/**
 * Which columns of a row go into the payload of its event, each under its own name.
 *
 * @param rest whether it is all that no field takes
 * @param columns else which ones
 */
record Payload(boolean rest, List<String> columns) {

    /** All that no field takes. */
    static final Payload REST = new Payload(true, List.of());
}
