package org.constancia.linkage.write;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;

/// JSON of maps, collections, texts, numbers and booleans; keys in the order of the map. Numbers that are no
/// numbers are null.
public final class JsonText {
    private JsonText() {}

    public static String of(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    text.append(separator);
                    quote(text, String.valueOf(entry.getKey()));
                    text.append(':');
                    append(text, entry.getValue());
                    separator = ",";
                }
                text.append(map.isEmpty() ? "{}" : "}");
            }
            case Collection<?> items -> {
                text.append('[');
                String separator = "";
                for (Object item : items) {
                    text.append(separator);
                    append(text, item);
                    separator = ",";
                }
                text.append(']');
            }
            case double[] numbers -> {
                text.append('[');
                for (int i = 0; i < numbers.length; i++) {
                    text.append(i == 0 ? "" : ",");
                    append(text, numbers[i]);
                }
                text.append(']');
            }
            case Double number -> text.append(Double.isFinite(number) ? String.valueOf(number.doubleValue()) : "null");
            case Number number -> text.append(number);
            case Boolean yes -> text.append(yes);
            default -> quote(text, value.toString());
        }
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (letter < ' ' || letter == 0x2028 || letter == 0x2029 || letter == '<') {
                        text.append("\\u").append(HexFormat.of().toHexDigits(letter));
                    } else {
                        text.append(letter);
                    }
                }
            }
        }
        text.append('"');
    }
}
