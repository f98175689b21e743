package org.constancia.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.constancia.evidence.digest.Sha256;
import org.junit.jupiter.api.Test;

class ProofTest {
    @Property(tries = 300)
    void everyLeafIsProvenAndNoOtherLeafIs(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int someIndex) {
        int index = someIndex % size;
        List<Sha256> leaves = leaves(size);
        InclusionProof proof = SubtreeHashes.of(leaves).inclusion(index, size);
        Sha256 root = MerkleHash.root(leaves);
        assertThat(proof.leadsTo(root, leaves.get(index))).isTrue();
        for (int other = 0; other < size; other++) {
            assertThat(proof.leadsTo(root, leaves.get(other))).isEqualTo(other == index);
            assertThat(new InclusionProof(other, size, proof.path()).leadsTo(root, leaves.get(index)))
                    .isEqualTo(other == index);
        }
    }

    @Property(tries = 300)
    void aProofWithAHashChangedAddedOrRemovedIsNone(
            @ForAll @IntRange(min = 2, max = 70) int size,
            @ForAll @IntRange(max = 69) int someIndex,
            @ForAll @IntRange(max = 10) int somePlace) {
        int index = someIndex % size;
        List<Sha256> leaves = leaves(size);
        Sha256 root = MerkleHash.root(leaves);
        List<Sha256> path = SubtreeHashes.of(leaves).inclusion(index, size).path();
        int place = somePlace % path.size();
        for (List<Sha256> changed : List.of(changed(path, place), added(path, place), removed(path, place))) {
            assertThat(new InclusionProof(index, size, changed).leadsTo(root, leaves.get(index)))
                    .isFalse();
        }
        assertThat(new InclusionProof(index, size, added(path, path.size())).leadsTo(root, leaves.get(index)))
                .isFalse();
    }

    @Property(tries = 300)
    void everyOlderTreeIsConnectedAndNoChangedProofDoes(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(min = 1, max = 70) int someOlder) {
        int older = 1 + someOlder % size;
        List<Sha256> leaves = leaves(size);
        Sha256 root = MerkleHash.root(leaves);
        Sha256 olderRoot = MerkleHash.root(leaves.subList(0, older));
        ConsistencyProof proof = SubtreeHashes.of(leaves).consistency(older, size);
        assertThat(proof.connects(olderRoot, root)).isTrue();
        List<Sha256> path = proof.path();
        for (int place = 0; place < path.size(); place++) {
            for (List<Sha256> changed : List.of(changed(path, place), added(path, place), removed(path, place))) {
                assertThat(new ConsistencyProof(older, size, changed).connects(olderRoot, root))
                        .isFalse();
            }
        }
        assertThat(new ConsistencyProof(older, size, added(path, path.size())).connects(olderRoot, root))
                .isFalse();
        Sha256 forged = Sha256.digestOf(new byte[] {7});
        assertThat(proof.connects(forged, root)).isFalse();
        assertThat(proof.connects(olderRoot, forged)).isFalse();
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        Sha256 hash = leaves(1).getFirst();
        assertThat(new InclusionProof(1, 1, List.of()).leadsTo(hash, hash)).isFalse();
        assertThat(new InclusionProof(-1, 1, List.of()).leadsTo(hash, hash)).isFalse();
        assertThat(new InclusionProof(0, 0, List.of()).leadsTo(hash, hash)).isFalse();
        assertThat(new InclusionProof(0, 1, List.of()).leadsTo(hash, hash)).isTrue();
        assertThat(new ConsistencyProof(0, 1, List.of()).connects(MerkleHash.EMPTY, hash))
                .isFalse();
        assertThat(new ConsistencyProof(2, 1, List.of(hash)).connects(hash, hash))
                .isFalse();
        assertThat(new ConsistencyProof(1, 1, List.of()).connects(hash, hash)).isTrue();
        assertThat(new ConsistencyProof(1, 1, List.of()).connects(hash, MerkleHash.EMPTY))
                .isFalse();
        assertThat(new ConsistencyProof(1, 1, List.of(hash)).connects(hash, hash))
                .isFalse();
        SubtreeHashes tree = SubtreeHashes.of(leaves(3));
        assertThat(tree.root(0)).isEqualTo(MerkleHash.EMPTY);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(4, 3));
    }

    @Test
    void aPerfectSubtreeInTheMiddleIsHashedFromItsTile() {
        List<Sha256> leaves = leaves(16);
        byte[] tile = new byte[16 * Sha256.LENGTH];
        for (int i = 0; i < 16; i++) {
            System.arraycopy(leaves.get(i).bytes(), 0, tile, i * Sha256.LENGTH, Sha256.LENGTH);
        }
        assertThat(MerkleHash.perfectRoot(tile, 4, 4)).isEqualTo(MerkleHash.root(leaves.subList(4, 8)));
        assertThat(MerkleHash.perfectRoot(tile, 0, 16)).isEqualTo(MerkleHash.root(leaves));
        assertThat(MerkleHash.perfectRoot(tile, 5, 1)).isEqualTo(leaves.get(5));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleHash.perfectRoot(tile, 0, 3));
    }

    private static List<Sha256> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> MerkleHash.ofLeaf(new byte[] {(byte) i}))
                .toList();
    }

    private static List<Sha256> changed(List<Sha256> path, int place) {
        List<Sha256> changed = new ArrayList<>(path);
        byte[] bytes = changed.get(place).bytes();
        bytes[place % bytes.length] ^= 4;
        changed.set(place, Sha256.of(bytes));
        return changed;
    }

    private static List<Sha256> added(List<Sha256> path, int place) {
        List<Sha256> added = new ArrayList<>(path);
        added.add(place, Sha256.digestOf(new byte[] {9}));
        return added;
    }

    private static List<Sha256> removed(List<Sha256> path, int place) {
        List<Sha256> removed = new ArrayList<>(path);
        removed.remove(place);
        return removed;
    }
}
