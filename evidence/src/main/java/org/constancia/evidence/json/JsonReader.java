package org.constancia.evidence.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Reads one JSON text (RFC 8259), strictly: no duplicate names, no lone surrogates, no trailing text, no
/// nesting deeper than 64. What two readers could understand differently is refused.
public final class JsonReader {
    private static final int MAX_DEPTH = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private final String text;
    private int position;

    private JsonReader(String text) {
        this.text = text;
    }

    /// Reads UTF-8 bytes.
    ///
    /// @throws ConstanciaException `BAD_INPUT` with the place, counted in UTF-16 units
    public static Json read(byte[] utf8) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException failure) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The JSON text is not UTF-8", failure);
        }
    }

    /// Reads a text.
    ///
    /// @throws ConstanciaException `BAD_INPUT` with the place, counted in UTF-16 units
    public static Json read(String text) {
        JsonReader reader = new JsonReader(text);
        Json value = reader.value(0);
        reader.skipSpace();
        if (reader.position < text.length()) {
            throw reader.failure("text after the end of the value");
        }
        return value;
    }

    /// Reads a JSON text that must be an object.
    public static Json.Object readObject(byte[] utf8) {
        if (read(utf8) instanceof Json.Object object) {
            return object;
        }
        throw new ConstanciaException(Problem.BAD_INPUT, "The JSON text is not an object");
    }

    private Json value(int depth) {
        if (depth > MAX_DEPTH) {
            throw failure("nested too deeply");
        }
        skipSpace();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object(int depth) {
        Map<String, Json> members = new TreeMap<>();
        position++;
        skipSpace();
        if (peek() == '}') {
            position++;
            return new Json.Object(members);
        }
        while (true) {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw failure("the same name twice");
            }
            skipSpace();
            if (next(',', '}') == '}') {
                return new Json.Object(members);
            }
        }
    }

    private Json array(int depth) {
        List<Json> items = new ArrayList<>();
        position++;
        skipSpace();
        if (peek() == ']') {
            position++;
            return new Json.Array(items);
        }
        while (true) {
            items.add(value(depth + 1));
            skipSpace();
            if (next(',', ']') == ']') {
                return new Json.Array(items);
            }
        }
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            char character = take();
            if (character == '"') {
                break;
            }
            if (character < 0x20) {
                throw failure("a control character in a text");
            }
            string.append(character == '\\' ? escaped() : character);
        }
        String value = string.toString();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw failure("half a surrogate pair");
        }
        return value;
    }

    private char escaped() {
        char escape = take();
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int digit = 0; digit < 4; digit++) {
                    int value = Character.digit(take(), 16);
                    if (value < 0) {
                        throw failure("not a hexadecimal digit");
                    }
                    unit = unit * 16 + value;
                }
                yield (char) unit;
            }
            default -> throw failure("an unknown escape");
        };
    }

    private Json number() {
        Matcher matcher = NUMBER.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw failure("not a value");
        }
        double value = Double.parseDouble(matcher.group());
        if (Double.isInfinite(value)) {
            throw failure("a number too large");
        }
        position = matcher.end();
        return new Json.Number(value);
    }

    private Json word(String word, Json meaning) {
        if (!text.startsWith(word, position)) {
            throw failure("not a value");
        }
        position += word.length();
        return meaning;
    }

    private void skipSpace() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() {
        if (position >= text.length()) {
            throw failure("the text ends too early");
        }
        return text.charAt(position);
    }

    private char take() {
        char character = peek();
        position++;
        return character;
    }

    private void expect(char wanted) {
        if (take() != wanted) {
            position--;
            throw failure("another character was expected");
        }
    }

    private char next(char one, char other) {
        char character = take();
        if (character != one && character != other) {
            position--;
            throw failure("a comma or a closing bracket was expected");
        }
        return character;
    }

    private ConstanciaException failure(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "The text is not JSON")
                .with("reason", reason)
                .with("position", position);
    }
}
