package org.constancia.evidence.merkle;

import java.util.ArrayList;
import java.util.List;
import org.constancia.evidence.digest.Sha256;

/// Gives the hashes of perfect subtrees of a stored tree; roots and proofs follow from them (RFC 6962, sections
/// 2.1 to 2.1.2).
public interface SubtreeHashes {
    /// The hash of the perfect subtree over the leaves `[index << height, (index + 1) << height)`.
    Sha256 perfect(int height, long index);

    /// The root of the tree of the first `size` leaves.
    default Sha256 root(long size) {
        return size == 0 ? MerkleHash.EMPTY : range(0, size);
    }

    /// The inclusion proof of the leaf at `index` in the tree of the first `size` leaves: PATH(m, D\[n\]), the
    /// leaf's sibling first.
    default InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Sha256> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + TreeShape.split(to - from);
            if (index < middle) {
                path.addFirst(range(middle, to));
                to = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /// The proof that the tree of the first `newSize` leaves extends that of the first `oldSize`: PROOF(m,
    /// D\[n\]).
    default ConsistencyProof consistency(long oldSize, long newSize) {
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException("no proof from " + oldSize + " to " + newSize);
        }
        List<Sha256> path = new ArrayList<>();
        long from = 0;
        long to = newSize;
        // SUBPROOF(m, D[n], b): b holds as long as the old tree's left edge is the whole old tree.
        while (oldSize != to) {
            long middle = from + TreeShape.split(to - from);
            if (oldSize <= middle) {
                path.addFirst(range(middle, to));
                to = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        if (from != 0) {
            path.addFirst(range(from, to));
        }
        return new ConsistencyProof(oldSize, newSize, path);
    }

    private Sha256 range(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int height = Long.numberOfTrailingZeros(size);
            return perfect(height, from >> height);
        }
        long middle = from + TreeShape.split(size);
        return MerkleHash.ofNode(range(from, middle), range(middle, to));
    }

    /// The subtrees over leaf hashes held in memory.
    static SubtreeHashes of(List<Sha256> leafHashes) {
        List<Sha256> copy = List.copyOf(leafHashes);
        return (height, index) -> MerkleHash.root(copy.subList((int) (index << height), (int) ((index + 1) << height)));
    }
}
