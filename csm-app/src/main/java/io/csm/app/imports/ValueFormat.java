package io.csm.app.imports;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a system writes the values of a column.
 *
 * @param dates days and instants
 * @param numbers numbers and amounts
 * @param strip texts that are taken off before and behind a number, such as {@code $}
 * @param scale by which a number is multiplied
 */
record ValueFormat(DateStyle dates, NumberStyle numbers, List<String> strip, BigDecimal scale) {

    /** As CSM's own files are written. */
    static final ValueFormat OWN = new ValueFormat(DateStyle.ISO, NumberStyle.PLAIN, List.of(), BigDecimal.ONE);

    String stripped(String text) {
        String rest = text;
        for (String part : strip) {
            rest = rest.startsWith(part) ? rest.substring(part.length()) : rest;
            rest = rest.endsWith(part) ? rest.substring(0, rest.length() - part.length()) : rest;
        }
        return strip.isEmpty() ? rest : rest.strip();
    }
}
