package org.constancia.evidence.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.constancia.evidence.GoOracle;
import org.constancia.evidence.digest.Digests;
import org.constancia.evidence.digest.Sha256;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T9: the trees of every size have the roots and the proofs of an independent program, and all
/// proofs verify.
class TreeConformanceTest {
    /// The test vectors of the certificate-transparency reference implementation (RFC 6962's authors).
    private static final String[] ENTRIES = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
    };

    private static final String[] ROOTS = {
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };

    @Test
    void theRootsOfTheStandardsTestVectorsAreFound() {
        List<Sha256> leaves = new ArrayList<>();
        for (int size = 1; size <= ENTRIES.length; size++) {
            leaves.add(MerkleHash.ofLeaf(HexFormat.of().parseHex(ENTRIES[size - 1])));
            assertThat(MerkleHash.root(leaves).hex()).isEqualTo(ROOTS[size - 1]);
        }
        assertThat(MerkleHash.EMPTY.hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void allTreesTo150EqualThoseOfGo(@TempDir Path directory) throws Exception {
        compareWithGo(150, directory);
    }

    @Test
    @Tag("slow")
    void allTreesTo1100EqualThoseOfGo(@TempDir Path directory) throws Exception {
        compareWithGo(1100, directory);
    }

    private static void compareWithGo(int sizes, Path directory) throws Exception {
        List<String> expected = GoOracle.build(directory).conformance(sizes);
        assertThat(expected).hasSize(sizes);
        List<Sha256> leaves = new ArrayList<>();
        List<Sha256> roots = new ArrayList<>(List.of(MerkleHash.EMPTY));
        for (int size = 1; size <= sizes; size++) {
            leaves.add(MerkleHash.ofLeaf(Integer.toString(size - 1).getBytes(UTF_8)));
            SubtreeHashes tree = cached(leaves);
            roots.add(tree.root(size));
            assertThat(digestOfAllProofs(tree, size, leaves, roots))
                    .as("tree of %d", size)
                    .isEqualTo(expected.get(size - 1));
        }
    }

    private static String digestOfAllProofs(SubtreeHashes tree, int size, List<Sha256> leaves, List<Sha256> roots) {
        MessageDigest digest = Digests.sha256();
        digest.update(roots.get(size).bytes());
        for (int index = 0; index < size; index++) {
            InclusionProof proof = tree.inclusion(index, size);
            assertThat(proof.leadsTo(roots.get(size), leaves.get(index))).isTrue();
            proof.path().forEach(hash -> digest.update(hash.bytes()));
        }
        for (int older = 1; older <= size; older++) {
            ConsistencyProof proof = tree.consistency(older, size);
            assertThat(proof.connects(roots.get(older), roots.get(size))).isTrue();
            proof.path().forEach(hash -> digest.update(hash.bytes()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Perfect subtrees, each hashed once for a whole tree.
    private static SubtreeHashes cached(List<Sha256> leaves) {
        List<List<Sha256>> levels = new ArrayList<>(List.of(List.copyOf(leaves)));
        while (levels.getLast().size() > 1) {
            List<Sha256> below = levels.getLast();
            List<Sha256> level = new ArrayList<>();
            for (int i = 0; i + 1 < below.size(); i += 2) {
                level.add(MerkleHash.ofNode(below.get(i), below.get(i + 1)));
            }
            levels.add(level);
        }
        return (height, index) -> levels.get(height).get((int) index);
    }
}
