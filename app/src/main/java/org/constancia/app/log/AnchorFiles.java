package org.constancia.app.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.NoteSignature;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.evidence.time.Timestamp;

/// What anchors checkpoints, in files: beside the stamps that [org.constancia.evidence.time.TimestampQueue] keeps, the
/// answers of witnesses and where the checkpoint was left on paper.
///
/// Layout: `<log number>-<size>/checkpoint`; beside it `<authority>.tsr`, `<key id>.cosignature` with `<key id>.vkey`,
/// and `paper-<day>.txt`.
final class AnchorFiles {
    private final Path directory;

    AnchorFiles(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /// All of them, the oldest first.
    ///
    /// @param authorities the names of those that are asked
    List<Anchored> list(List<String> authorities) {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> places = Files.list(directory)) {
            List<Anchored> all = new ArrayList<>();
            for (Path place : places.filter(each -> Files.exists(each.resolve("checkpoint")))
                    .toList()) {
                all.add(read(place, authorities));
            }
            all.sort(Comparator.comparingInt(Anchored::log).thenComparingLong(Anchored::size));
            return all;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static Anchored read(Path place, List<String> authorities) throws IOException {
        SignedNote checkpoint = SignedNote.parse(Files.readAllBytes(place.resolve("checkpoint")));
        List<Anchored.Stamp> stamps = new ArrayList<>();
        List<Anchored.Cosignature> cosignatures = new ArrayList<>();
        List<Anchored.Deposit> deposits = new ArrayList<>();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".tsr")) {
                    stamps.add(new Anchored.Stamp(
                            name.substring(0, name.length() - 4),
                            Timestamp.parse(Files.readAllBytes(file)).time()));
                } else if (name.endsWith(".cosignature")) {
                    cosignatures.addAll(cosignatures(SignedNote.parse(Files.readAllBytes(file))));
                } else if (name.startsWith("paper-")) {
                    deposits.add(new Anchored.Deposit(
                            LocalDate.parse(name.substring("paper-".length(), name.length() - ".txt".length())),
                            Files.readString(file).strip()));
                }
            }
        }
        stamps.sort(Comparator.comparing(Anchored.Stamp::time));
        List<String> waiting = authorities.stream()
                .filter(name ->
                        stamps.stream().noneMatch(stamp -> stamp.authority().equals(name)))
                .toList();
        Checkpoint head = Checkpoint.parse(checkpoint.text());
        return new Anchored(number(head.origin()), head.size(), checkpoint, stamps, waiting, cosignatures, deposits);
    }

    private static List<Anchored.Cosignature> cosignatures(SignedNote answer) {
        return answer.signatures().stream().map(AnchorFiles::cosignature).toList();
    }

    /// A timed signature begins with its time (C2SP tlog-cosignature).
    private static Anchored.Cosignature cosignature(NoteSignature signature) {
        long seconds = ByteBuffer.wrap(signature.bytes()).getLong();
        return new Anchored.Cosignature(signature.keyName(), Instant.ofEpochSecond(seconds));
    }

    /// Keeps the answer of a witness, which was checked.
    void addCosignature(SignedNote checkpoint, NoteSignature signature, VerifierKey witness) {
        String id = "%08x".formatted(witness.keyId());
        SignedNote alone = new SignedNote(checkpoint.text(), List.of(signature));
        write(checkpoint, id + ".vkey", (witness.format() + "\n").getBytes(StandardCharsets.UTF_8));
        write(checkpoint, id + ".cosignature", alone.bytes());
    }

    void addDeposit(SignedNote checkpoint, Anchored.Deposit deposit) {
        write(checkpoint, "paper-" + deposit.day() + ".txt", (deposit.where() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void write(SignedNote checkpoint, String name, byte[] bytes) {
        Checkpoint head = Checkpoint.parse(checkpoint.text());
        Path place = directory.resolve(number(head.origin()) + "-" + head.size());
        try {
            DurableFiles.createDirectories(place);
            if (!Files.exists(place.resolve("checkpoint"))) {
                DurableFiles.write(place.resolve("checkpoint"), checkpoint.bytes());
            }
            DurableFiles.write(place.resolve(name), bytes);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    static int number(String origin) {
        return Integer.parseInt(origin.substring(origin.lastIndexOf('/') + 1));
    }

    private static ConstanciaException failed(IOException cause) {
        return new ConstanciaException(Problem.STORAGE_FAILED, "The anchors of the log cannot be read or kept", cause);
    }
}
