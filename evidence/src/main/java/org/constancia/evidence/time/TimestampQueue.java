package org.constancia.evidence.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;

/// Checkpoints that wait for time stamps, and the stamps they got. What cannot be stamped now stays and is
/// tried again; a day without network delays anchors and loses none.
///
/// Layout: `<log number>-<size>/checkpoint` and, beside it, `<authority>.tsr`, and `<authority>.ers` once that was
/// renewed. Stamped is the text of the
/// note, which later cosignatures do not change.
public final class TimestampQueue {
    private final Path directory;
    private final List<TimestampAuthority> authorities;
    private final TimestampRequests requests;

    public TimestampQueue(Path directory, List<TimestampAuthority> authorities, SecureRandom random) {
        this.directory = directory;
        this.authorities = List.copyOf(authorities);
        this.requests = new TimestampRequests(random);
    }

    /// A checkpoint and its stamps.
    ///
    /// @param checkpoint the signed note
    /// @param stamps by authority
    /// @param waitingFor the names of the authorities that have not stamped yet
    public record Anchored(SignedNote checkpoint, List<Stamp> stamps, List<String> waitingFor) {
        public Anchored {
            stamps = List.copyOf(stamps);
            waitingFor = List.copyOf(waitingFor);
        }
    }

    /// One stamp.
    ///
    /// @param renewal what keeps it alive, when it was renewed
    public record Stamp(String authority, Timestamp timestamp, Optional<EvidenceRecord> renewal) {}

    /// Puts a checkpoint into the queue, durably. Twice is once.
    public void add(SignedNote checkpoint) {
        Path place = place(checkpoint);
        try {
            DurableFiles.createDirectories(place);
            if (!Files.exists(place.resolve("checkpoint"))) {
                DurableFiles.write(place.resolve("checkpoint"), checkpoint.bytes());
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /// Asks every authority for every stamp that is missing.
    ///
    /// @return what is still missing and why; empty when every checkpoint has all its stamps
    public List<String> work() {
        List<String> missing = new ArrayList<>();
        for (Path place : places()) {
            SignedNote checkpoint = read(place);
            byte[] data = checkpoint.text().getBytes(StandardCharsets.UTF_8);
            for (TimestampAuthority authority : authorities) {
                Path file = place.resolve(authority.name() + ".tsr");
                if (!Files.exists(file)) {
                    try {
                        byte[] request = requests.request(data);
                        byte[] response = authority.stamp(request);
                        if (!Timestamp.parse(response).isAnswerTo(request)) {
                            throw new IOException("the answer is to another request");
                        }
                        DurableFiles.write(file, response);
                    } catch (IOException | ConstanciaException failure) {
                        missing.add(authority.name() + ": " + failure.getMessage());
                    }
                }
            }
        }
        return missing;
    }

    /// All checkpoints of the queue with their stamps, the oldest first; also the stamps of authorities that
    /// are no longer asked.
    public List<Anchored> list() {
        List<Anchored> anchored = new ArrayList<>();
        for (Path place : places()) {
            List<Stamp> stamps = stamps(place);
            List<String> waiting = authorities.stream()
                    .map(TimestampAuthority::name)
                    .filter(name ->
                            stamps.stream().noneMatch(stamp -> stamp.authority().equals(name)))
                    .toList();
            anchored.add(new Anchored(read(place), stamps, waiting));
        }
        return anchored;
    }

    private static List<Stamp> stamps(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            List<Stamp> stamps = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".tsr")) continue;
                String authority = name.substring(0, name.length() - ".tsr".length());
                stamps.add(new Stamp(
                        authority,
                        Timestamp.parse(Files.readAllBytes(file)),
                        findRenewal(place.resolve(authority + ".ers"))));
            }
            return stamps;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /// Keeps the record that carries a stamp on, beside it.
    void keep(SignedNote checkpoint, String authority, EvidenceRecord renewal) throws IOException {
        DurableFiles.write(place(checkpoint).resolve(authority + ".ers"), renewal.bytes());
    }

    private Path place(SignedNote checkpoint) {
        Checkpoint head = Checkpoint.parse(checkpoint.text());
        String number = head.origin().substring(head.origin().lastIndexOf('/') + 1);
        return directory.resolve(number + "-" + head.size());
    }

    private static Optional<EvidenceRecord> findRenewal(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(EvidenceRecord.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    private List<Path> places() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(directory)) {
            return places.filter(place -> Files.exists(place.resolve("checkpoint")))
                    .sorted(Comparator.comparing(TimestampQueue::number).thenComparingLong(TimestampQueue::size))
                    .toList();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static String number(Path place) {
        String name = place.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private static long size(Path place) {
        String name = place.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('-') + 1));
    }

    private static SignedNote read(Path place) {
        try {
            return SignedNote.parse(Files.readAllBytes(place.resolve("checkpoint")));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static ConstanciaException failed(IOException cause) {
        return new ConstanciaException(Problem.STORAGE_FAILED, "The queue of time stamps cannot be used", cause);
    }
}
