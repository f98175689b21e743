package org.constancia.evidence.unpack;

/// How much may be taken out of a container.
///
/// @param parts the most parts
/// @param bytes the most bytes of all of them
public record Budget(int parts, long bytes) {
    /// 10,000 parts and 2 GiB, for a container and everything nested in it together.
    public static final Budget USUAL = new Budget(10_000, 2L << 30);

    public boolean isUsedUp() {
        return parts <= 0 || bytes <= 0;
    }

    public Budget less(long partsTaken, long bytesTaken) {
        return new Budget((int) Math.max(0, parts - partsTaken), Math.max(0, bytes - bytesTaken));
    }
}
