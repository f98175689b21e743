package org.constancia.evidence.merkle;

import java.util.List;
import org.constancia.evidence.digest.Sha256;

/// That a tree of `newSize` leaves begins with the tree of `oldSize` leaves: nothing was changed or removed,
/// only added (RFC 6962, section 2.1.2).
public record ConsistencyProof(long oldSize, long newSize, List<Sha256> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// Whether the proof connects the two roots. Follows RFC 9162, section 2.1.4.2; a proof with a hash too
    /// many or too few is no proof.
    public boolean connects(Sha256 oldRoot, Sha256 newRoot) {
        if (oldSize < 1 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        boolean oldTreeIsSubtree = Long.bitCount(oldSize) == 1;
        List<Sha256> rest = oldTreeIsSubtree ? path : path.subList(1, path.size());
        Sha256 first = oldTreeIsSubtree ? oldRoot : path.getFirst();
        long node = oldSize - 1;
        long last = newSize - 1;
        int shared = Long.numberOfTrailingZeros(~node);
        node >>= shared;
        last >>= shared;
        Sha256 old = first;
        Sha256 grown = first;
        for (Sha256 hash : rest) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = MerkleHash.ofNode(hash, old);
                grown = MerkleHash.ofNode(hash, grown);
                int skipped = Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                grown = MerkleHash.ofNode(grown, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(oldRoot) && grown.equals(newRoot);
    }
}
