package org.constancia.linkage.name;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Text as it is compared: one byte per letter, upper case, no accents, single spaces.
///
/// Latin letters, digits and the space keep their ASCII code. A letter of another script (Arabic, Chinese,
/// Cyrillic) becomes one byte of the upper half chosen by its code point, so that the same kernels compare
/// it: equal letters stay equal, and two different ones collide once in 128. Punctuation separates words, an
/// apostrophe joins them.
public final class Letters {
    private static final Set<String> MEANS_MISSING = Set.of(
            "NN",
            "N N",
            "NA",
            "N A",
            "NAN",
            "NULL",
            "NONE",
            "NIL",
            "S D",
            "SD",
            "S I",
            "SIN DATO",
            "SIN DATOS",
            "SIN INFORMACION",
            "SIN NOMBRE",
            "SIN ESTABLECER",
            "SIN DETERMINAR",
            "SIN IDENTIFICAR",
            "NO IDENTIFICADO",
            "NO IDENTIFICADA",
            "NO REGISTRA",
            "NO APLICA",
            "NO SABE",
            "POR ESTABLECER",
            "POR DEFINIR",
            "DESCONOCIDO",
            "DESCONOCIDA",
            "UNKNOWN",
            "UNIDENTIFIED",
            "NOT KNOWN",
            "MISSING",
            "NS NR",
            "XX",
            "XXX");

    private Letters() {}

    /// The letters of `text`, or null when it holds none or says in words that nothing is known.
    public static byte @Nullable [] of(String text) {
        byte[] letters = isPlain(text) ? plain(text) : folded(text);
        if (letters.length == 0 || saysMissing(letters)) {
            return null;
        }
        return letters;
    }

    private static boolean saysMissing(byte[] letters) {
        if (letters.length > 16) {
            return false;
        }
        return MEANS_MISSING.contains(new String(letters, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static byte[] folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(letter -> {
            int type = Character.getType(letter);
            if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
                return;
            }
            if (letter < 128) {
                kept.append((char) letter);
            } else if (Character.isLetterOrDigit(letter)) {
                kept.append(latin(Character.toUpperCase(letter)));
            } else {
                kept.append(letter == 0x2019 ? '\'' : ' ');
            }
        });
        return plain(kept);
    }

    private static String latin(int letter) {
        return switch (letter) {
            case 'Ø' -> "O";
            case 'Æ' -> "AE";
            case 'Œ' -> "OE";
            case 'ß', 'ẞ' -> "SS";
            case 'Ł' -> "L";
            case 'Đ', 'Ð' -> "D";
            case 'Þ' -> "TH";
            case 'ı' -> "I";
            default -> String.valueOf((char) (128 + Math.floorMod(letter * 0x9E3779B1, 128)));
        };
    }

    private static byte[] plain(CharSequence text) {
        byte[] letters = new byte[text.length()];
        int length = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                letter -= 32;
            }
            boolean word = (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter >= 128;
            if (word) {
                if (space && length > 0) {
                    letters[length++] = ' ';
                }
                space = false;
                letters[length++] = (byte) letter;
            } else if (letter != '\'' && letter != '`') {
                space = true;
            }
        }
        return java.util.Arrays.copyOf(letters, length);
    }
}
