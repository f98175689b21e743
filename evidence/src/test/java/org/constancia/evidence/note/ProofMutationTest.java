package org.constancia.evidence.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.GoOracle;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.merkle.SubtreeHashes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Torture test T8: no mutation of a valid proof, checkpoint or entry is accepted, and an independent program
/// says the same of each.
class ProofMutationTest {
    private static final String ORIGIN = "record.example/log/1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final SecureRandom KEYS = new SecureRandom();
    private static final NoteSigner LOG = NoteSigner.generate(ORIGIN, SignatureType.ED25519, KEYS);
    private static final NoteSigner WITNESS = NoteSigner.generate("w.example", SignatureType.ED25519_COSIGNATURE, KEYS);
    private static final String POLICY =
            "log %s\nwitness w %s\nquorum w\n".formatted(LOG.verifierKey(), WITNESS.verifierKey());

    /// What is asked: files of one kind, as bytes.
    private record Question(String kind, List<byte[]> files) {
        private boolean verdict(Policy policy) {
            try {
                return switch (kind) {
                    case "inclusion" ->
                        LogProof.parse(files.get(0)).verify(files.get(1), policy) instanceof LogProof.Result.Proven;
                    case "consistency" -> consistency(policy);
                    default -> policy.judge(SignedNote.parse(files.get(0))) instanceof Policy.Judgement.Accepted;
                };
            } catch (ConstanciaException malformed) {
                return false;
            }
        }

        private boolean consistency(Policy policy) {
            return policy.judge(SignedNote.parse(files.get(0))) instanceof Policy.Judgement.Accepted older
                    && policy.judge(SignedNote.parse(files.get(1))) instanceof Policy.Judgement.Accepted newer
                    && proves(ConsistencyText.parse(files.get(2)), older.checkpoint(), newer.checkpoint());
        }

        private static boolean proves(ConsistencyProof proof, Checkpoint older, Checkpoint newer) {
            return proof.oldSize() == older.size()
                    && proof.newSize() == newer.size()
                    && older.origin().equals(newer.origin())
                    && proof.connects(older.root(), newer.root());
        }

        private String line() {
            StringBuilder line = new StringBuilder(kind).append(' ').append(base64(POLICY.getBytes(UTF_8)));
            files.forEach(file -> line.append(' ').append(base64(file)));
            return line.toString();
        }

        private static String base64(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    @Test
    void noMutationIsAcceptedAndGoAgrees(@TempDir Path directory) throws Exception {
        mutate(4_000, 4_000, 1, GoOracle.build(directory));
    }

    @Test
    @Tag("slow")
    void noneOfAMillionMutationsIsAcceptedAndGoAgreesOnAHundredThousand(@TempDir Path directory) throws Exception {
        mutate(1_000_000, 100_000, 2, GoOracle.build(directory));
    }

    private static void mutate(int count, int askedOfGo, long seed, GoOracle go) throws Exception {
        Random random = new Random(seed);
        Policy policy = Policy.parse(POLICY);
        List<Question> valid = validQuestions();
        assertThat(valid).allMatch(question -> question.verdict(policy));
        assertThat(go.verdicts(valid.stream().map(Question::line).toList()))
                .hasSize(valid.size())
                .containsOnly("1");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Question question = valid.get(random.nextInt(valid.size()));
            Question mutated = mutated(question, valid, random);
            assertThat(mutated.verdict(policy))
                    .as("seed %d, mutation %d of %s", seed, i, mutated.kind())
                    .isFalse();
            if (i < askedOfGo) {
                lines.add(mutated.line());
            }
        }
        assertThat(go.verdicts(lines)).hasSize(askedOfGo).containsOnly("0");
    }

    private static Question mutated(Question question, List<Question> valid, Random random) {
        while (true) {
            List<byte[]> files = new ArrayList<>(question.files());
            int which = random.nextInt(files.size());
            byte[] file = files.get(which);
            files.set(which, mutated(file, valid, random));
            Question mutated = new Question(question.kind(), files);
            if (valid.stream().noneMatch(other -> isAsValid(mutated, other))) {
                return mutated;
            }
        }
    }

    /// Whether the mutation has come to another valid question. Every signed checkpoint is one by itself, also those
    /// that
    /// are there as a part of others.
    private static boolean isAsValid(Question mutated, Question valid) {
        return mutated.kind().equals("checkpoint")
                ? valid.files().stream()
                        .anyMatch(file -> Arrays.equals(file, mutated.files().getFirst()))
                : valid.kind().equals(mutated.kind()) && sameFiles(valid.files(), mutated.files());
    }

    private static boolean sameFiles(List<byte[]> some, List<byte[]> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!Arrays.equals(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] mutated(byte[] file, List<Question> valid, Random random) {
        int place = random.nextInt(file.length);
        byte[] before = Arrays.copyOf(file, place);
        byte[] after = Arrays.copyOfRange(file, place + 1, file.length);
        List<String> lines = lines(file);
        return switch (random.nextInt(8)) {
            case 0 -> joined(before, new byte[] {(byte) (file[place] ^ (1 << random.nextInt(8)))}, after);
            case 1 -> joined(before, new byte[] {(byte) random.nextInt(256)}, after);
            case 2 -> joined(before, after);
            case 3 -> joined(before, new byte[] {(byte) random.nextInt(256), file[place]}, after);
            case 4 -> before;
            case 5 -> {
                lines.remove(random.nextInt(lines.size()));
                yield bytes(lines);
            }
            case 6 -> {
                lines.set(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
                yield bytes(lines);
            }
            default -> {
                List<byte[]> files = valid.get(random.nextInt(valid.size())).files();
                yield files.get(random.nextInt(files.size()));
            }
        };
    }

    private static List<String> lines(byte[] file) {
        return new ArrayList<>(List.of(new String(file, UTF_8).split("(?<=\n)")));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("", lines).getBytes(UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static List<Question> validQuestions() {
        List<byte[]> entries = new ArrayList<>();
        List<Sha256> leaves = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            byte[] entry = ("{\"entry\":" + i + "}").getBytes(UTF_8);
            entries.add(entry);
            leaves.add(MerkleHash.ofLeaf(entry));
        }
        SubtreeHashes tree = SubtreeHashes.of(leaves);
        List<Question> questions = new ArrayList<>();
        for (int size : new int[] {1, 2, 7, 64, 70}) {
            SignedNote note = note(size, tree);
            questions.add(new Question("checkpoint", List.of(note.bytes())));
            for (int index : new int[] {0, size / 2, size - 1}) {
                LogProof proof = new LogProof(index, tree.inclusion(index, size).path(), note);
                questions.add(new Question("inclusion", List.of(proof.bytes(), entries.get(index))));
            }
            for (int older : new int[] {1, (size + 1) / 2, size}) {
                byte[] proof = ConsistencyText.bytes(tree.consistency(older, size));
                questions.add(
                        new Question("consistency", List.of(note(older, tree).bytes(), note.bytes(), proof)));
            }
        }
        return questions;
    }

    private static SignedNote note(int size, SubtreeHashes tree) {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, size, tree.root(size));
        return WITNESS.sign(LOG.sign(new SignedNote(checkpoint.text(), List.of()), CLOCK), CLOCK);
    }
}
