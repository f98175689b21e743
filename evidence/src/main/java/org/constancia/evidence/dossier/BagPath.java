package org.constancia.evidence.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The path of a file in a bag. Only letters, digits, dot, hyphen, underscore and slash: such names mean the
/// same to every unpacker and every checksum tool, and none can leave the directory.
public record BagPath(String value) implements Comparable<BagPath> {
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    public BagPath {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException("not a path for a bag: " + value);
        }
    }

    static boolean isAllowed(String text) {
        return text.length() <= 240 && SHAPE.matcher(text).matches();
    }

    /// A safe last part of a path that still resembles a file's original name: `Ñandú 1.PDF` becomes
    /// `nandu_1.pdf`. The original name belongs into the record.
    public static String resembling(String originalName) {
        String plain = Normalizer.normalize(originalName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "_")
                .replaceAll("^[._]+|[._]+$", "");
        String shortened = plain.length() <= 80
                ? plain
                : plain.substring(plain.length() - 80).replaceAll("^[._]+", "");
        return shortened.isEmpty() ? "file" : shortened;
    }

    @Override
    public int compareTo(BagPath other) {
        return value.compareTo(other.value);
    }
}
