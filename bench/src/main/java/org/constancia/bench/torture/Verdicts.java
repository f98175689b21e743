package org.constancia.bench.torture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.content.NameKey;
import org.constancia.evidence.content.Sweep;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogState;
import org.constancia.store.log.LogPlace;
import org.constancia.store.log.OpeningRow;
import org.constancia.store.log.OpeningRows;
import org.constancia.store.log.PreservedContent;
import org.constancia.store.log.Sequencer;
import org.constancia.store.postgres.Database;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;

/// What is left after a round of torture: acknowledged items that are lost, items on record twice, disagreements,
/// proofs that Go refuses.
final class Verdicts {
    private static final int PROOFS_FOR_GO = 5;

    private final Victims victims;
    private final Session session;
    private final Optional<Path> goVerifier;
    private final Map<String, String> acknowledged = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();
    private final Random random;
    private int refusals;
    private long checked;

    Verdicts(Victims victims, Session session, long seed) throws IOException, InterruptedException {
        this.victims = victims;
        this.session = session;
        this.random = new Random(seed);
        this.goVerifier = buildGoVerifier(victims.errors().resolveSibling("go"));
    }

    void hear(String line) {
        if (line.matches("ack [0-9a-f]{64} [0-9a-f-]{36}")) {
            String[] words = line.split(" ", -1);
            if (acknowledged.put(words[1], words[2]) != null) found.add("acknowledged twice: " + words[1]);
        } else if (line.startsWith("refused ")) {
            refusals++;
        }
    }

    void mustHold(boolean holds, String otherwise) {
        if (!holds) found.add(otherwise);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int refusals() {
        return refusals;
    }

    List<String> found() {
        return found;
    }

    boolean hasGo() {
        return goVerifier.isPresent();
    }

    long proofsCheckedByGo() {
        return checked;
    }

    /// Opens everything as the next program would, and checks it; every blob is read once.
    void check(Database database, String round) throws IOException, InterruptedException {
        try (ContentStore contents = ContentStore.open(victims.files().resolve("contents"), NameKey.of(new byte[32]))) {
            Sequencer next = new Sequencer(
                    database.owner(),
                    LogPlace.of(victims.files(), victims.files().resolve("outside"), new SecureRandom()),
                    Clock.systemUTC());
            if (next.state() instanceof LogState.ReadOnly halted) {
                found.add(round + ": the log is read-only: " + halted.reason());
                return;
            }
            next.sequence();
            Sweep sweep = contents.sweep(
                    PreservedContent.digests(database.owner()),
                    Duration.ZERO,
                    Clock.systemUTC().instant().plusSeconds(60));
            sweep.missing().forEach(digest -> found.add(round + ": no blob for the row of " + digest));
            for (Disagreement each :
                    next.check(contents, (part, done, of) -> {}).disagreements()) {
                found.add(round + ": " + each.place() + ": " + each.what());
            }
            compare(database, contents, next, round);
        }
    }

    private void compare(Database database, ContentStore contents, Sequencer next, String round)
            throws IOException, InterruptedException {
        Records records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
        List<String> onRecord = records.read(
                session,
                jdbc -> jdbc.sql("select sha256 from source")
                        .query((row, number) -> row.getString(1))
                        .list());
        Set<String> distinct = new HashSet<>(onRecord);
        if (distinct.size() != onRecord.size()) found.add(round + ": items are on record twice");
        OpeningRows openings = new OpeningRows(database.owner());
        List<String> digests = new ArrayList<>(acknowledged.keySet());
        for (String digest : digests) {
            if (!distinct.contains(digest)) found.add(round + ": an acknowledged item is not on record: " + digest);
            if (!contents.contains(Sha256.parse(digest))) {
                found.add(round + ": the bytes of an acknowledged item are gone: " + digest);
            }
        }
        for (int i = 0; i < Math.min(PROOFS_FOR_GO, digests.size()); i++) {
            String digest = digests.get(i == 0 ? digests.size() - 1 : random.nextInt(digests.size()));
            UUID change = UUID.fromString(acknowledged.get(digest));
            Optional<OpeningRow> row = openings.find(change);
            if (row.isEmpty() || row.get().leaf() >= next.log().size()) {
                found.add(round + ": an acknowledged change is not in the log: " + change);
            } else if (goVerifier.isPresent() && !isAcceptedByGo(next, row.get())) {
                found.add(round + ": Go refuses the proof of entry " + row.get().leaf());
            }
        }
    }

    private boolean isAcceptedByGo(Sequencer next, OpeningRow row) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("constancia-torture");
        Files.writeString(
                place.resolve("policy"), "log " + next.log().verifierKeys().getFirst() + "\nquorum none\n");
        Files.write(place.resolve("proof"), next.log().proof(row.leaf()).bytes());
        Files.write(place.resolve("entry"), next.log().entry(row.leaf()));
        Process go = new ProcessBuilder(
                        goVerifier.orElseThrow().toString(),
                        "inclusion",
                        place.resolve("policy").toString(),
                        place.resolve("proof").toString(),
                        place.resolve("entry").toString())
                .redirectErrorStream(true)
                .start();
        go.getInputStream().readAllBytes();
        int code = go.waitFor();
        for (String name : List.of("policy", "proof", "entry")) Files.delete(place.resolve(name));
        Files.delete(place);
        checked++;
        return code == 0;
    }

    private static Optional<Path> buildGoVerifier(Path directory) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/go"))
                || !Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb"))) {
            return Optional.empty();
        }
        Path place = Files.createDirectories(directory);
        try (InputStream source = Verdicts.class.getResourceAsStream("/org/constancia/evidence/verifier/verify.go")) {
            if (source == null) return Optional.empty();
            Files.copy(source, place.resolve("verify.go"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder build = new ProcessBuilder("/usr/bin/go", "build", "-o", "verify", "verify.go");
        build.environment().put("GO111MODULE", "off");
        build.environment().put("GOPATH", "/usr/share/gocode");
        build.environment().put("GOCACHE", place.resolve("cache").toString());
        Process process =
                build.directory(place.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException("go build: " + said);
        return Optional.of(place.resolve("verify"));
    }
}
