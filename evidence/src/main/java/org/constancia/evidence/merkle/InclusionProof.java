package org.constancia.evidence.merkle;

import java.util.List;
import org.constancia.evidence.digest.Sha256;

/// That a leaf stands at `index` in the tree of `treeSize` leaves: the hashes from the leaf's sibling up to the
/// root's child (RFC 6962, section 2.1.1).
public record InclusionProof(long index, long treeSize, List<Sha256> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /// Whether the proof leads from this leaf hash to this root. Follows RFC 9162, section 2.1.3.2; a proof
    /// with a hash too many or too few is no proof.
    public boolean leadsTo(Sha256 root, Sha256 leafHash) {
        if (index < 0 || index >= treeSize) {
            return false;
        }
        long node = index;
        long last = treeSize - 1;
        Sha256 hash = leafHash;
        for (Sha256 sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.ofNode(sibling, hash);
                // On the right edge, levels without a sibling are skipped.
                int skipped = Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = MerkleHash.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
