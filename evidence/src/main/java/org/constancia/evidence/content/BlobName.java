package org.constancia.evidence.content;

import java.util.regex.Pattern;

/// The name of a blob on disk: 64 lower-case hexadecimal digits of HMAC-SHA-256(store key, SHA-256 of the
/// content). Whoever has the disk alone cannot test whether a file they know is kept.
public record BlobName(String hex) implements Comparable<BlobName> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public BlobName {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("a blob name has 64 lower-case hexadecimal digits");
        }
    }

    static boolean hasShape(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// The shard directory: the first two digits.
    String shard() {
        return hex.substring(0, 2);
    }

    @Override
    public int compareTo(BlobName other) {
        return hex.compareTo(other.hex);
    }
}
