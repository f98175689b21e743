package org.constancia.evidence.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/// Writes JSON in the one spelling of RFC 8785: no space, names sorted by UTF-16 code units, numbers as
/// ECMAScript writes them, UTF-8.
public final class CanonicalJson {
    private CanonicalJson() {}

    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Json value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(Json value, StringBuilder text) {
        switch (value) {
            case Json.Text(String string) -> appendString(string, text);
            case Json.Number(double number) -> text.append(number(number));
            case Json.Bool(boolean bool) -> text.append(bool);
            case Json.Null() -> text.append("null");
            case Json.Array(var items) -> {
                text.append('[');
                for (Iterator<Json> each = items.iterator(); each.hasNext(); ) {
                    append(each.next(), text);
                    text.append(each.hasNext() ? "," : "");
                }
                text.append(']');
            }
            case Json.Object(var members) -> {
                text.append('{');
                for (Iterator<Map.Entry<String, Json>> each = members.entrySet().iterator(); each.hasNext(); ) {
                    Map.Entry<String, Json> member = each.next();
                    appendString(member.getKey(), text);
                    text.append(':');
                    append(member.getValue(), text);
                    text.append(each.hasNext() ? "," : "");
                }
                text.append('}');
            }
        }
    }

    private static void appendString(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char character = string.charAt(i);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (character < 0x20) {
                        text.append("\\u00").append(Character.forDigit(character >> 4, 16));
                        text.append(Character.forDigit(character & 15, 16));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }

    /// ECMAScript's `Number::toString`: the shortest digits that read back as the same double (which is what
    /// Java's `Double.toString` finds), plain between 1e-7 and 1e21, with an exponent outside.
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        String sign = value < 0 ? "-" : "";
        BigDecimal decimal = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        int point = digits.length() - decimal.scale();
        if (point > 21 || point <= -6) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            int exponent = point - 1;
            return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return digits.length() <= point
                ? sign + digits + "0".repeat(point - digits.length())
                : sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /// Java writes at least two digits and then prefers the nearer of two spellings; ECMAScript takes one digit
    /// when it is enough (5e-324, for which Java writes 4.9E-324).
    private static BigDecimal shortest(double value) {
        BigDecimal oneDigit = new BigDecimal(value).round(new MathContext(1));
        return oneDigit.doubleValue() == value ? oneDigit : new BigDecimal(Double.toString(value));
    }
}
