package io.csm.app.imports;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a system writes numbers, named by an example. */
enum NumberStyle {
    PLAIN("1234.56", "", "."),
    COMMA("1234,56", "", ","),
    GROUPED_BY_COMMA("1,234.56", ",", "."),
    GROUPED_BY_POINT("1.234,56", ".", ","),
    GROUPED_BY_BLANK("1 234,56", " ", ","),
    GROUPED_BY_APOSTROPHE("1'234.56", "'", ".");

    private final String example;
    private final String group;
    private final String point;
    private final Pattern pattern;

    NumberStyle(String example, String group, String point) {
        this.example = example;
        this.group = group;
        this.point = point;
        String whole =
                group.isEmpty() ? "[0-9]{1,30}" : "([0-9]{1,3}(" + Pattern.quote(group) + "[0-9]{3})+|[0-9]{1,30})";
        this.pattern = Pattern.compile("-?" + whole + "(" + Pattern.quote(point) + "[0-9]{1,30})?"
                + (group.isEmpty() ? "([eE][+-]?[0-9]{1,2})?" : ""));
    }

    static Optional<NumberStyle> of(String example) {
        return Arrays.stream(values())
                .filter(style -> style.example.equals(example))
                .findFirst();
    }

    static List<String> examples() {
        return Arrays.stream(values()).map(NumberStyle::example).toList();
    }

    String example() {
        return example;
    }

    /** The number; empty when it is not written so. */
    Optional<BigDecimal> read(String text) {
        if (!pattern.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = group.isEmpty() ? text : text.replace(group, "");
        return Optional.of(new BigDecimal(digits.replace(point, ".")));
    }
}
