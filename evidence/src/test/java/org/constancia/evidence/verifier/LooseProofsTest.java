package org.constancia.evidence.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.Salt;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.verifier.Verification.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is handed out for one change, or for all changes of a thing, is checked as it lies in its folder.
class LooseProofsTest {
    private static final int JAVA_8 = 52;

    @TempDir
    Path home;

    private Path handedOut;
    private Verifier verifier;

    @BeforeEach
    void handOut() throws IOException {
        Random random = new Random(3);
        List<Opening> openings = List.of("one", "two", "three").stream()
                .map(text -> new Opening(Salt.fresh(random), Json.object().with("said", text), Optional.empty()))
                .toList();
        TransparencyLog log = new TestLog(home.resolve("record"), home.resolve("keys")).open();
        log.append(openings.stream()
                .map(opening -> new LogEntry(
                        "statement.recorded",
                        "subject",
                        opening.salt().commitTo(opening.payload()),
                        Optional.empty(),
                        "author",
                        Instant.EPOCH))
                .toList());
        handedOut = home.resolve("handed-out");
        for (int i = 0; i < openings.size(); i++) {
            Path folder = Files.createDirectories(handedOut.resolve("log-1-" + i));
            Files.write(folder.resolve("change.tlog-proof"), log.proof(i).bytes());
            Files.write(folder.resolve("change.entry.json"), log.entry(i));
            Files.write(folder.resolve("change.opening.json"), openings.get(i).bytes());
        }
        verifier = new Verifier(new Means(Optional.of(Policy.parse(log.policy())), Optional.empty(), List.of()));
    }

    @Test
    void aFolderOfProofsIsCheckedWhole() {
        Verification verification = verifier.verify(handedOut, Optional.empty());
        assertThat(verification.verdict()).isEqualTo(Verdict.VALID);
        assertThat(verification.checked())
                .hasSize(3)
                .allMatch(line -> line.endsWith("is in the log, and is what its opening says"));
    }

    @Test
    void theFolderOfOneChangeIsEnough() {
        assertThat(verifier.verify(handedOut.resolve("log-1-1"), Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void theOpeningOfAnotherChangeIsRefused() throws IOException {
        Path other = handedOut.resolve("log-1-2/change.opening.json");
        Files.copy(handedOut.resolve("log-1-1/change.opening.json"), other, StandardCopyOption.REPLACE_EXISTING);
        Verification verification = verifier.verify(handedOut, Optional.empty());
        assertThat(verification.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(verification.place()).isEqualTo(other.toString());
    }

    @Test
    void withoutOpeningNothingTellsWhatTheEntrySays() throws IOException {
        Files.delete(handedOut.resolve("log-1-0/change.opening.json"));
        Verification verification = verifier.verify(handedOut.resolve("log-1-0"), Optional.empty());
        assertThat(verification.verdict()).isEqualTo(Verdict.VALID);
        assertThat(verification.notes()).hasSize(1);
    }

    @Test
    void everyFlippedBitOfEveryFileIsRefused() throws IOException {
        Path folder = handedOut.resolve("log-1-0");
        for (String name : List.of("change.tlog-proof", "change.entry.json", "change.opening.json")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            for (int bit = 0; bit < 8 * bytes.length; bit += 5) {
                byte[] changed = bytes.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(folder.resolve(name), changed);
                assertThat(verifier.verify(folder, Optional.empty()).verdict())
                        .as("bit %d of %s", bit, name)
                        .isEqualTo(Verdict.INVALID);
            }
            Files.write(folder.resolve(name), bytes);
        }
    }

    /// An older Java ends with 1 when it cannot load a class, and 1 means invalid.
    @Test
    void theFirstClassOfTheProgramIsReadByEveryJavaSince8() throws IOException {
        try (DataInputStream program = new DataInputStream(
                Objects.requireNonNull(AnyJava.class.getResourceAsStream("AnyJava.class"), "AnyJava.class"))) {
            program.skipNBytes(6);
            assertThat(program.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }
}
