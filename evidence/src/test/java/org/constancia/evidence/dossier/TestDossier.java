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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.constancia.evidence.custody.CustodyField;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.custody.CustodyValue;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.Salt;
import org.constancia.evidence.log.TestLog;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.time.LocalTimestampAuthority;
import org.constancia.evidence.time.Timestamp;
import org.constancia.evidence.time.TimestampRequests;

/// A dossier of random originals out of a fresh log, and what a verifier needs to check it.
public final class TestDossier {
    public final Path zip;
    public final Path policy;
    public final Path classicPolicy;
    public final Path older;
    public final Path roots;
    public final List<byte[]> originals = new ArrayList<>();
    public final TransparencyLog log;

    public TestDossier(Path home, long seed) throws IOException {
        Random random = new Random(seed);
        SecureRandom secure = new SecureRandom();
        log = new TestLog(home).open();
        log.append(TestLog.entries(0, 1 + random.nextInt(300)));
        SignedNote kept = log.checkpoint();
        List<Dossier.File> files = new ArrayList<>();
        List<LogEntry> entries = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] original = new byte[1 + random.nextInt(3000)];
            random.nextBytes(original);
            originals.add(original);
            BagPath path = new BagPath("originals/" + i + "/" + BagPath.resembling("Ñandú " + i + ".PDF"));
            files.add(new Dossier.File(path, () -> new ByteArrayInputStream(original)));
            Json.Object payload = Json.object()
                    .with("sha256", Sha256.digestOf(original).hex())
                    .with("name", "Ñandú " + i + ".PDF")
                    .with("length", original.length);
            Opening opening = new Opening(Salt.fresh(secure), payload, Optional.of(path));
            openings.add(opening);
            entries.add(new LogEntry(
                    "ingest",
                    "subject-" + i,
                    opening.salt().commitTo(payload),
                    Optional.empty(),
                    "actor-1",
                    TestLog.NOON.instant()));
        }
        files.add(new Dossier.File(
                new BagPath("records.json"), () -> new ByteArrayInputStream("{\"events\":[]}".getBytes(UTF_8))));
        long first = log.append(entries).firstIndex();
        log.append(TestLog.entries(1000, random.nextInt(200)));
        List<Dossier.Entry> proven = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Optional<Opening> opening = i == 2 ? Optional.empty() : Optional.of(openings.get(i));
            proven.add(new Dossier.Entry(entries.get(i), log.proof(first + i), opening));
        }
        LocalTimestampAuthority authority = new LocalTimestampAuthority(TestLog.NOON, secure, Duration.ofDays(3650));
        byte[] response = authority.stamp(
                new TimestampRequests(secure).request(log.checkpoint().text().getBytes(UTF_8)));
        String classic = "log " + log.verifierKeys().getFirst() + "\nquorum none\n";
        Dossier dossier = new Dossier(
                "dossier-" + seed,
                files,
                List.of(custody()),
                proven,
                log.checkpoint(),
                List.of(log.consistency(Math.max(1, first), log.size())),
                Map.of("self-asserted", Timestamp.parse(response)),
                Map.of("self-asserted", authority.rootPem()),
                Map.of("policy", log.policy(), "policy-classic", classic),
                Map.of("Source-Organization", "Registro de ejemplo"));
        zip = home.resolve("dossier.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            new DossierWriter(TestLog.NOON).write(dossier, out);
        }
        policy = Files.writeString(home.resolve("policy"), log.policy());
        classicPolicy = Files.writeString(home.resolve("policy-classic"), classic);
        older = Files.write(home.resolve("older"), kept.bytes());
        roots = Files.writeString(home.resolve("roots.pem"), authority.rootPem());
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
