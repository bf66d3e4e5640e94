package io.csm.adapter.notion;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import notion.api.v1.model.databases.DatabaseProperty;
import notion.api.v1.model.pages.Page;
import notion.api.v1.model.pages.PageProperty;
import notion.api.v1.model.pages.PageProperty.RichText;

/** Values of properties, to and from Notion. */
final class Values {

    private static final int LENGTH_OF_DAY = "2026-01-31".length();

    private Values() {}

    static PageProperty title(String text) {
        PageProperty value = new PageProperty();
        value.setTitle(Texts.rich(Texts.clean(text)));
        return value;
    }

    static PageProperty number(BigDecimal number) {
        PageProperty value = new PageProperty();
        value.setNumber(number);
        return value;
    }

    static PageProperty day(LocalDate day) {
        PageProperty value = new PageProperty();
        value.setDate(new PageProperty.Date(day.toString()));
        return value;
    }

    static PageProperty minuteOf(Instant instant) {
        PageProperty value = new PageProperty();
        value.setDate(new PageProperty.Date(minute(instant).toString()));
        return value;
    }

    /** A word, as a text or as an option, whichever the property is. */
    static PageProperty word(Source source, String property, String word) {
        PageProperty value = new PageProperty();
        switch (source.typeOf(property)) {
            case "select" -> value.setSelect(new DatabaseProperty.Select.Option(null, word, null, null));
            case "status" -> value.setStatus(new DatabaseProperty.Status.Option(null, word, null, null));
            case "title" -> value.setTitle(Texts.rich(word));
            default -> value.setRichText(Texts.rich(word));
        }
        return value;
    }

    static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    /** What stands in a property as text or as the name of an option; empty when nothing does. */
    static Optional<String> text(Page page, String property) {
        return property(page, property).map(Values::textOf).map(String::strip).filter(text -> !text.isEmpty());
    }

    static Optional<Double> number(Page page, String property) {
        return property(page, property)
                .flatMap(value -> Optional.ofNullable(value.getNumber()))
                .map(Number::doubleValue);
    }

    /** The day of a date, in the time zone in which it is written; of a range its end. */
    static Optional<LocalDate> day(Page page, String property) {
        return date(page, property).flatMap(Values::dayIn);
    }

    /** The instant of a date; of a plain day its beginning in UTC. */
    static Optional<Instant> instant(Page page, String property) {
        return date(page, property).flatMap(Values::instantIn);
    }

    static Optional<LocalDate> dayIn(String written) {
        try {
            return Optional.of(
                    LocalDate.parse(written.length() > LENGTH_OF_DAY ? written.substring(0, LENGTH_OF_DAY) : written));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    static Optional<Instant> instantIn(String written) {
        try {
            if (written.length() == LENGTH_OF_DAY) {
                return dayIn(written)
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException withoutOffset) {
            return localIn(written);
        }
    }

    private static Optional<Instant> localIn(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<String> date(Page page, String property) {
        return property(page, property)
                .flatMap(value -> Optional.ofNullable(value.getDate()))
                .flatMap(date -> Optional.ofNullable(date.getEnd()).or(() -> Optional.ofNullable(date.getStart())));
    }

    private static Optional<PageProperty> property(Page page, String property) {
        return Optional.ofNullable(page.getProperties()).flatMap(all -> Optional.ofNullable(all.get(property)));
    }

    private static String textOf(PageProperty value) {
        if (value.getSelect() != null) {
            return String.valueOf(value.getSelect().getName());
        }
        if (value.getStatus() != null) {
            return String.valueOf(value.getStatus().getName());
        }
        if (value.getFormula() != null && value.getFormula().getString() != null) {
            return value.getFormula().getString();
        }
        return plain(value.getTitle()) + plain(value.getRichText());
    }

    private static String plain(List<RichText> texts) {
        StringBuilder plain = new StringBuilder();
        Optional.ofNullable(texts).orElse(List.of()).forEach(each -> plain.append(plain(each)));
        return plain.toString();
    }

    private static String plain(RichText text) {
        return Optional.ofNullable(text.getPlainText())
                .or(() -> Optional.ofNullable(text.getText()).map(RichText.Text::getContent))
                .orElse("");
    }
}
