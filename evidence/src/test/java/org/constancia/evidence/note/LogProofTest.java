package org.constancia.evidence.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.merkle.SubtreeHashes;
import org.junit.jupiter.api.Test;

class LogProofTest {
    private static final NoteSigner LOG =
            NoteSigner.generate("record.example/log/1", SignatureType.ED25519, new SecureRandom());
    private static final List<Sha256> LEAVES = IntStream.range(0, 11)
            .mapToObj(i -> MerkleHash.ofLeaf(new byte[] {(byte) i}))
            .toList();
    private static final SubtreeHashes TREE = SubtreeHashes.of(LEAVES);
    private static final SignedNote CHECKPOINT = LOG.sign(
            new SignedNote(new Checkpoint("record.example/log/1", 11, TREE.root(11)).text(), List.of()),
            Clock.systemUTC());
    private static final LogProof PROOF = new LogProof(5, TREE.inclusion(5, 11).path(), CHECKPOINT);

    @Test
    void aProofIsReadAsWrittenAndHolds() {
        LogProof read = LogProof.parse(PROOF.bytes());
        assertThat(read).isEqualTo(PROOF);
        Policy policy = Policy.of(LOG.verifierKey());
        assertThat(read.verify(new byte[] {5}, policy)).isInstanceOf(LogProof.Result.Proven.class);
        assertThat(read.verify(new byte[] {6}, policy))
                .isEqualTo(
                        new LogProof.Result.Refused("inclusion", "the path does not lead from the entry to the root"));
        NoteSigner other = NoteSigner.generate("record.example/log/1", SignatureType.ED25519, new SecureRandom());
        assertThat(read.verify(new byte[] {5}, Policy.of(other.verifierKey())))
                .isInstanceOfSatisfying(
                        LogProof.Result.Refused.class,
                        refused -> assertThat(refused.place()).isEqualTo("checkpoint"));
    }

    @Test
    void extraDataAreAllowedAndIgnored() {
        String text = new String(PROOF.bytes(), UTF_8);
        assertThat(LogProof.parse(text.replace("\nindex", "\nextra AAAA\nindex").getBytes(UTF_8)))
                .isEqualTo(PROOF);
    }

    @Test
    void whatIsNoProofIsRefused() {
        String text = new String(PROOF.bytes(), UTF_8);
        String hash = text.lines().skip(2).findFirst().orElseThrow() + "\n";
        for (String bad : List.of(
                "",
                text.replace("@v1", "@v2"),
                text.replace("index 5", "index 05"),
                text.replace("index 5", "index -1"),
                text.replace("index 5\n", ""),
                text.replace("\nindex", "\nextra !\nindex"),
                text.replace(hash, "AAAA\n"),
                text.replace(hash, "!\n"),
                text.replace("index 5\n", "index 5\n" + hash.repeat(64)),
                text.substring(0, text.indexOf("\n\n") + 1))) {
            SignedNoteTest.assertRefused(() -> LogProof.parse(bad.getBytes(UTF_8)));
        }
        assertThat(LogProof.parse(text.replace(
                                        "index 5\n",
                                        "index 5\n"
                                                + hash.repeat(63 - PROOF.path().size()))
                                .getBytes(UTF_8))
                        .path())
                .hasSize(63);
    }

    @Test
    void aConsistencyProofIsReadAsWritten() {
        ConsistencyProof proof = TREE.consistency(6, 11);
        String text = new String(ConsistencyText.bytes(proof), UTF_8);
        assertThat(ConsistencyText.parse(text.getBytes(UTF_8))).isEqualTo(proof);
        ConsistencyProof same = new ConsistencyProof(3, 3, List.of());
        assertThat(ConsistencyText.parse(ConsistencyText.bytes(same))).isEqualTo(same);
        String hash = text.lines().skip(3).findFirst().orElseThrow() + "\n";
        for (String bad : List.of(
                "",
                text.replace(" v1", " v2"),
                text.replace("old 6", "old 06"),
                text.replace("old 6", "new 6"),
                text.replace("new 11", "old 11"),
                text.replace("new 11\n", ""),
                text.replace(hash, "AAAA\n"),
                text.replace(hash, "!\n"),
                text.stripTrailing(),
                text + "\n",
                text + hash.repeat(70))) {
            SignedNoteTest.assertRefused(() -> ConsistencyText.parse(bad.getBytes(UTF_8)));
        }
    }

    @Test
    void signaturesAreComparedByTheirBytes() {
        NoteSignature signature = CHECKPOINT.signatures().getFirst();
        NoteSignature same = SignedNote.parse(CHECKPOINT.bytes()).signatures().getFirst();
        assertThat(same).isEqualTo(signature).hasSameHashCodeAs(signature).hasToString(signature.toString());
        assertThat(signature.toString()).startsWith("\u2014 record.example/log/1 ");
        assertThat(new NoteSignature("x", signature.keyId(), signature.bytes())).isNotEqualTo(signature);
        assertThat(new NoteSignature(signature.keyName(), 1, signature.bytes())).isNotEqualTo(signature);
        assertThat(new NoteSignature(signature.keyName(), signature.keyId(), new byte[64]))
                .isNotEqualTo(signature);
        assertThat(signature).isNotEqualTo("text");
        assertThat(LOG.verifierKey())
                .isNotEqualTo("text")
                .hasToString(LOG.verifierKey().format());
    }
}
