package org.constancia.evidence.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.constancia.evidence.custody.CustodyField;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.custody.CustodyValue;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.Salt;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.LogPolicies;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.evidence.time.LocalTimestampAuthority;
import org.constancia.evidence.time.StampRenewal;
import org.constancia.evidence.time.TimestampQueue;

/// A dossier of random originals and statements out of a fresh log, and what a verifier needs to check it.
public final class TestDossier {
    /// A word of a statement that is on record and not disclosed.
    public static final String SECRET = "zarzamora";

    public final Path zip;
    public final Path policy;
    public final Path classicPolicy;
    public final Path older;
    public final Path roots;
    public final List<byte[]> originals = new ArrayList<>();
    public final Salt closed;
    public final TransparencyLog log;
    public final TransparencyLog earlier;

    private final Random random;
    private final SecureRandom secure = new SecureRandom();
    private final List<Logged> logged = new ArrayList<>();
    private final Map<String, List<Json>> records = new HashMap<>();
    private final List<Dossier.File> files = new ArrayList<>();
    private int changes;

    /// A change that was logged.
    private record Logged(long index, LogEntry entry, Optional<Opening> opening) {}

    public TestDossier(Path home, long seed) throws IOException {
        this(home, seed, records -> records);
    }

    /// A way for tests to lie in the records.
    @FunctionalInterface
    public interface Lie {
        Json.Object tell(Json.Object records);
    }

    public TestDossier(Path home, long seed, Lie lie) throws IOException {
        random = new Random(seed);
        log = new TestLog(home).open();
        TestLog ended = new TestLog(home.resolve("ended"));
        earlier = TransparencyLog.open(
                ended.home().resolve("log"), ended.home().resolve("outside"), ended.keyring(), TestLog.NOON, 2);
        earlier.append(TestLog.entries(0, random.nextInt(20)));
        log.append(TestLog.entries(0, 1 + random.nextInt(300)));
        SignedNote kept = log.checkpoint();
        for (int i = 0; i < 3; i++) {
            addSource(i);
        }
        LocalTimestampAuthority authority = new LocalTimestampAuthority(TestLog.NOON, secure, Duration.ofDays(3650));
        SignedNote stamped = log.checkpoint();
        long stampedSize = log.size();
        Json.Object secret = change("statement.accepted", "person:1")
                .with("statement", "statement:secret")
                .with("after", SECRET);
        closed = Salt.fresh(secure);
        logged.add(append(secret, closed, Optional.empty()));
        log.append(TestLog.entries(1000, random.nextInt(200)));
        byte[] written = CanonicalJson.bytes(lie.tell(recordsJson()));
        files.add(new Dossier.File(new BagPath("records.json"), () -> new ByteArrayInputStream(written)));
        TimestampQueue queue = new TimestampQueue(home.resolve("anchors"), List.of(authority), secure);
        queue.add(stamped);
        queue.work();
        new StampRenewal(queue, List.of(authority), secure, TestLog.NOON).renewAll(false);
        TimestampQueue.Stamp stamp = queue.list().getFirst().stamps().getFirst();
        List<List<VerifierKey>> keys = List.of(log.verifierKeys(), earlier.verifierKeys());
        String classic = LogPolicies.ed25519(keys);
        String both = LogPolicies.bothSignatures(keys);
        Dossier dossier = new Dossier(
                "dossier-" + seed,
                files,
                List.of(custody()),
                Map.of("policy", both, "policy-classic", classic),
                Map.of("Source-Organization", "Registro de ejemplo"));
        Proofs.Anchor anchor = new Proofs.Anchor(
                stamped.text(),
                stampedSize,
                Map.of("self-asserted", stamp.timestamp()),
                Map.of("self-asserted", stamp.renewal().orElseThrow()),
                Map.of("self-asserted", authority.rootPem()));
        zip = home.resolve("dossier.zip");
        long keptSize = sizeOf(kept);
        try (OutputStream out = Files.newOutputStream(zip);
                BagFiles.Zip bag = new BagFiles.Zip(out, "dossier-" + seed)) {
            new DossierWriter(TestLog.NOON)
                    .write(dossier, manifest -> export(manifest, List.of(keptSize, stampedSize), anchor), bag);
        }
        policy = Files.writeString(home.resolve("policy"), both);
        classicPolicy = Files.writeString(home.resolve("policy-classic"), classic);
        older = Files.write(home.resolve("older"), kept.bytes());
        roots = Files.writeString(home.resolve("roots.pem"), authority.rootPem());
    }

    private static long sizeOf(SignedNote note) {
        return Long.parseLong(note.text().lines().skip(1).findFirst().orElseThrow());
    }

    private Proofs export(Sha512 manifest, List<Long> olderSizes, Proofs.Anchor anchor) {
        Json.Object payload = change(Dossier.EXPORTED, "event:1").with(Dossier.MANIFEST, manifest.hex());
        Salt salt = Salt.fresh(secure);
        logged.add(append(payload, salt, Optional.of(new Opening(salt, payload, Optional.empty()))));
        return new Proofs(
                logged.stream()
                        .map(one -> new Proofs.Entry(one.entry(), log.proof(one.index()), one.opening()))
                        .toList(),
                log.checkpoint(),
                olderSizes.stream()
                        .distinct()
                        .map(size -> log.consistency(size, log.size()))
                        .toList(),
                List.of(anchor),
                ended());
    }

    /// Entries of a log that ended, of which one is disclosed.
    private List<Proofs.EarlierLog> ended() {
        Json.Object payload = change("entity.created", "event:1");
        Salt salt = Salt.fresh(secure);
        LogEntry entry = entry(payload, salt);
        earlier.append(List.of(entry));
        Opening opening = new Opening(salt, payload, Optional.empty());
        return List.of(new Proofs.EarlierLog(
                2,
                List.of(new Proofs.Entry(entry, earlier.proof(earlier.size() - 1), Optional.of(opening))),
                earlier.checkpoint()));
    }

    /// One source with its text, a passage and a statement that rests on it, each logged and disclosed.
    private void addSource(int number) {
        byte[] original = new byte[1 + random.nextInt(3000)];
        random.nextBytes(original);
        originals.add(original);
        String id = "source:" + number;
        BagPath path = new BagPath("originals/" + number + "/" + BagPath.resembling("Ñandú " + number + ".PDF"));
        files.add(new Dossier.File(path, () -> new ByteArrayInputStream(original)));
        Json.Object preserved = disclose(
                change("source.preserved", id)
                        .with("sha256", Sha256.digestOf(original).hex())
                        .with("sha512", Sha512.digestOf(original).hex())
                        .with("length", original.length),
                Optional.of(path));
        record(
                "sources",
                preserved,
                Map.of("id", "subject", "sha256", "sha256", "sha512", "sha512", "length", "length"));
        String text = "En Cali murieron " + random.nextInt(50) + " personas, dijo la señora 😀 " + number;
        BagPath working = new BagPath("working/" + number + ".txt");
        files.add(new Dossier.File(working, () -> new ByteArrayInputStream(text.getBytes(UTF_8))));
        Json.Object read = disclose(
                change("source.read", id)
                        .with("version", 1)
                        .with(
                                "textSha256",
                                Sha256.digestOf(text.getBytes(UTF_8)).hex()),
                Optional.of(working));
        record("texts", read, Map.of("id", "subject", "layer", "version"));
        List<Json> texts = texts();
        texts.set(texts.size() - 1, ((Json.Object) texts.getLast()).with("file", working.value()));
        Json.Object marked = disclose(
                change("passage.marked", id)
                        .with("passage", "passage:" + number)
                        .with("layer", 1)
                        .with("start", 3)
                        .with("end", text.length()),
                Optional.empty());
        record(
                "passages",
                marked,
                Map.of("id", "passage", "source", "subject", "layer", "layer", "start", "start", "end", "end"));
        List<Json> passages = records.get("passages");
        passages.set(passages.size() - 1, ((Json.Object) passages.getLast()).with("text", text.substring(3)));
        Json.Object accepted = disclose(
                change("statement.accepted", "figure:" + number)
                        .with("statement", "statement:" + number)
                        .with("property", "figure.number")
                        .with("after", "29")
                        .with("basis", "alleged")
                        .with("passage", "passage:" + number),
                Optional.empty());
        record(
                "statements",
                accepted,
                Map.of(
                        "id",
                        "statement",
                        "subject",
                        "subject",
                        "property",
                        "property",
                        "value",
                        "after",
                        "basis",
                        "basis",
                        "passage",
                        "passage"));
        String status = "accepted";
        if (random.nextBoolean()) {
            disclose(
                    change("statement.contested", "figure:" + number)
                            .with("statement", "statement:" + number)
                            .with("value", "29")
                            .with("before", "accepted")
                            .with("after", "contested"),
                    Optional.empty());
            status = "contested";
        }
        List<Json> statements = records.get("statements");
        statements.set(statements.size() - 1, ((Json.Object) statements.getLast()).with("status", status));
    }

    private List<Json> texts() {
        return records.computeIfAbsent("texts", _ -> new ArrayList<>());
    }

    private Json.Object change(String kind, String subject) {
        return Json.object()
                .with("change", "change:" + changes++)
                .with("kind", kind)
                .with("subject", subject)
                .with("author", "revisora");
    }

    private Json.Object disclose(Json.Object payload, Optional<BagPath> file) {
        Salt salt = Salt.fresh(secure);
        logged.add(append(payload, salt, Optional.of(new Opening(salt, payload, file))));
        return payload;
    }

    private Logged append(Json.Object payload, Salt salt, Optional<Opening> opening) {
        LogEntry entry = entry(payload, salt);
        return new Logged(log.append(List.of(entry)).firstIndex(), entry, opening);
    }

    private static LogEntry entry(Json.Object payload, Salt salt) {
        return new LogEntry(
                payload.findText("kind").orElseThrow(),
                "blinded-" + payload.findText("subject").orElseThrow().hashCode(),
                salt.commitTo(payload),
                Optional.empty(),
                "actor-1",
                TestLog.NOON.instant());
    }

    private void record(String list, Json.Object payload, Map<String, String> members) {
        Json.Object recorded =
                Json.object().with("change", payload.findText("change").orElseThrow());
        for (Map.Entry<String, String> member : members.entrySet()) {
            recorded = recorded.with(
                    member.getKey(), payload.find(member.getValue()).orElseThrow());
        }
        records.computeIfAbsent(list, _ -> new ArrayList<>()).add(recorded);
    }

    private Json.Object recordsJson() {
        Json.Object all = Json.object();
        for (Map.Entry<String, List<Json>> list : records.entrySet()) {
            all = all.with(list.getKey(), new Json.Array(list.getValue()));
        }
        return all;
    }

    public static CustodyRecord custody() {
        Map<CustodyField, CustodyValue> values = new EnumMap<>(CustodyField.class);
        for (CustodyField field : CustodyField.values()) {
            values.put(field, new CustodyValue.Known("value of " + field.code()));
        }
        values.put(CustodyField.MACHINE, new CustodyValue.Unknown("not recorded before 2026"));
        values.put(CustodyField.FULL_CAPTURE, new CustodyValue.NotApplicable("a photograph"));
        return new CustodyRecord("item-1", values);
    }
}
