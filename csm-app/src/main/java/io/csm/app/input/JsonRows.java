package io.csm.app.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Rows of a JSON-lines file: one object a line, whose values are kept as they are written where they are nested. */
final class JsonRows implements Grammar {

    private static final JsonFactory JSON = JsonFactory.builder()
            // So that a caller can refuse NaN by its range, with the account's name, as it does in CSV.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Row row = new Row();
    private final DistinctNames distinct = new DistinctNames();
    private final RowRules rules;

    JsonRows(RowRules rules) {
        this.rules = rules;
    }

    @Override
    public void read(Lines line, RowSink sink) {
        row.begin(line.number(), true);
        Optional<Refusal> refusal = fill(line);
        if (refusal.isPresent()) {
            sink.refused(refusal.get());
        } else {
            sink.row(row);
        }
    }

    private Optional<Refusal> fill(Lines line) {
        try (JsonParser parser = JSON.createParser(line.chars(), 0, line.length())) {
            return readObject(parser, line.chars()).or(this::judge);
        } catch (JsonProcessingException broken) {
            return Optional.of(Refusal.ofRow(row, JsonFault.explain(broken)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private Optional<Refusal> readObject(JsonParser parser, char[] chars) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.of(Refusal.ofRow(row, "the line holds " + noun(parser) + " and not a JSON object"));
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Optional<Refusal> refusal = readValue(parser, name, chars);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        if (parser.nextToken() != null) {
            int column = parser.currentTokenLocation().getColumnNr();
            return Optional.of(Refusal.ofRow(row, "more text follows the object at column " + column));
        }
        return Optional.empty();
    }

    private Optional<Refusal> readValue(JsonParser parser, String name, char[] line) throws IOException {
        Row.Kind kind = kind(parser.nextToken());
        if (kind == Row.Kind.ABSENT && rules.nested()) {
            return readNested(parser, name, line);
        }
        if (kind == Row.Kind.ABSENT) {
            return Optional.of(Refusal.ofField(row, name, "a value cannot be " + noun(parser)));
        }
        char[] chars = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int length = parser.getTextLength();
        row.add(name, kind, chars, offset, length);
        return kind == Row.Kind.TEXT && !isUnicode(chars, offset, offset + length)
                ? Optional.of(Refusal.ofField(row, name, "the text holds \\u0000 or half of a surrogate pair"))
                : Optional.empty();
    }

    private Optional<Refusal> readNested(JsonParser parser, String name, char[] line) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return Optional.of(Refusal.ofField(row, name, "a value cannot be " + noun(parser)));
        }
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getCharOffset();
        row.add(name, Row.Kind.NESTED, line, start, end - start);
        return Optional.empty();
    }

    private Optional<Refusal> judge() {
        Optional<String> repeated = distinct.findRepeated(row);
        if (repeated.isPresent()) {
            return Optional.of(Refusal.ofField(row, repeated.get(), "the object holds this field twice"));
        }
        return !rules.accountRequired() || row.namesAccount()
                ? Optional.empty()
                : Optional.of(Refusal.ofField(row, Row.ACCOUNT_ID, withoutAccount(row.accountKind())));
    }

    private static String withoutAccount(Row.Kind kind) {
        return switch (kind) {
            case ABSENT -> "account_id is missing";
            case NULL -> "account_id is null";
            case TEXT -> "account_id is blank";
            case NUMBER, BOOLEAN, NESTED -> "account_id must be a text in double quotes";
        };
    }

    private static Row.Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> Row.Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Row.Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Row.Kind.BOOLEAN;
            case VALUE_NULL -> Row.Kind.NULL;
            default -> Row.Kind.ABSENT;
        };
    }

    private static String noun(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            default -> "a single value";
        };
    }

    /** A JSON escape can smuggle in what the bytes of a line cannot hold, and no database takes it. */
    private static boolean isUnicode(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c) && (++i == to || !Character.isLowSurrogate(chars[i]))) {
                return false;
            }
        }
        return true;
    }
}
