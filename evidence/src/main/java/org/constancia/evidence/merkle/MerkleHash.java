package org.constancia.evidence.merkle;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;

/// The hashes of RFC 6962, section 2.1. Leaves and inner nodes are prefixed with different bytes, so that a
/// node can never be shown as a leaf.
public final class MerkleHash {
    /// The hash of the tree without leaves: SHA-256 of nothing.
    public static final Sha256 EMPTY = Sha256.digestOf();

    private static final byte[] LEAF_PREFIX = {0};
    private static final byte[] NODE_PREFIX = {1};

    private MerkleHash() {}

    /// The hash of a leaf: SHA-256(0x00 || entry).
    public static Sha256 ofLeaf(byte[] entry) {
        return Sha256.digestOf(LEAF_PREFIX, entry);
    }

    /// The hash of an inner node: SHA-256(0x01 || left || right).
    public static Sha256 ofNode(Sha256 left, Sha256 right) {
        return Sha256.digestOf(NODE_PREFIX, left.bytes(), right.bytes());
    }

    /// The root over these leaf hashes, any number of them.
    public static Sha256 root(List<Sha256> leafHashes) {
        int size = leafHashes.size();
        if (size == 0) {
            return EMPTY;
        }
        if (size == 1) {
            return leafHashes.getFirst();
        }
        int split = Math.toIntExact(TreeShape.split(size));
        return ofNode(root(leafHashes.subList(0, split)), root(leafHashes.subList(split, size)));
    }

    /// The root of a perfect subtree whose leaves are the `count` hashes of 32 bytes at `from`; `count` is a
    /// power of two.
    public static Sha256 perfectRoot(byte[] hashes, int from, int count) {
        if (Integer.bitCount(count) != 1) {
            throw new IllegalArgumentException("not a power of two: " + count);
        }
        byte[] level = Arrays.copyOfRange(hashes, from * Sha256.LENGTH, (from + count) * Sha256.LENGTH);
        MessageDigest digest = Digests.sha256();
        for (int width = count; width > 1; width /= 2) {
            for (int pair = 0; pair < width / 2; pair++) {
                digest.update(NODE_PREFIX);
                digest.update(level, 2 * pair * Sha256.LENGTH, 2 * Sha256.LENGTH);
                byte[] parent = digest.digest();
                System.arraycopy(parent, 0, level, pair * Sha256.LENGTH, Sha256.LENGTH);
            }
        }
        return Sha256.of(Arrays.copyOf(level, Sha256.LENGTH));
    }
}
