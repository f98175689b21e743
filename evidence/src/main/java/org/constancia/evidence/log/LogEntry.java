package org.constancia.evidence.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.constancia.evidence.merkle.MerkleHash;

/// One leaf of the log: that something happened to some subject, without saying what or to whom. Its bytes are
/// canonical JSON (RFC 8785) of at most 1,024 bytes with the members `v` (1), `type`, `subject`, `commit`,
/// `prev`, `actor`, `t` and, rarely, `facts`.
///
/// @param type what happened: `ingest`, `record.create`, `export`, `erase`, ...
/// @param subject a blinded id, the same for all entries about one thing
/// @param commitment the salted commitment to what happened, see [Salt]
/// @param previous the leaf hash of the subject's previous entry
/// @param actor a pseudonym that has meaning in this log only
/// @param time when, to the second
/// @param facts public facts that identify nobody: counts, hashes of anchors, an earlier log's head
public record LogEntry(
        String type,
        String subject,
        Sha256 commitment,
        Optional<Sha256> previous,
        String actor,
        Instant time,
        Json.Object facts) {
    /// The largest entry, in bytes.
    public static final int MAX_BYTES = 1024;

    private static final Pattern TYPE = Pattern.compile("[a-z]+(\\.[a-z]+)*");

    public LogEntry {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a type of entry: " + type);
        }
        time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    public LogEntry(
            String type, String subject, Sha256 commitment, Optional<Sha256> previous, String actor, Instant time) {
        this(type, subject, commitment, previous, actor, time, Json.object());
    }

    /// The bytes that become the leaf.
    ///
    /// @throws ConstanciaException `TOO_LARGE` when there are more than 1,024
    public byte[] bytes() {
        Json.Object object = Json.object()
                .with("v", 1)
                .with("type", type)
                .with("subject", subject)
                .with("commit", commitment.hex())
                .with("prev", previous.map(hash -> (Json) Json.text(hash.hex())).orElse(new Json.Null()))
                .with("actor", actor)
                .with("t", time.toString());
        byte[] bytes = CanonicalJson.bytes(facts.members().isEmpty() ? object : object.with("facts", facts));
        if (bytes.length > MAX_BYTES) {
            throw new ConstanciaException(Problem.TOO_LARGE, "A log entry holds commitments, not content")
                    .with("bytes", bytes.length)
                    .with("limit", MAX_BYTES);
        }
        return bytes;
    }

    /// The hash by which later entries and proofs refer to this one.
    public Sha256 leafHash() {
        return MerkleHash.ofLeaf(bytes());
    }

    /// Reads an entry; bytes that [#bytes] would not have written are refused.
    ///
    /// @throws ConstanciaException `BAD_INPUT`
    public static LogEntry parse(byte[] bytes) {
        Json.Object object = JsonReader.readObject(bytes);
        try {
            LogEntry entry = new LogEntry(
                    required(object, "type"),
                    required(object, "subject"),
                    Sha256.parse(required(object, "commit")),
                    object.findText("prev").map(Sha256::parse),
                    required(object, "actor"),
                    Instant.parse(required(object, "t")),
                    object.find("facts").orElse(Json.object()) instanceof Json.Object facts ? facts : Json.object());
            if (Arrays.equals(entry.bytes(), bytes)) {
                return entry;
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new ConstanciaException(Problem.BAD_INPUT, "This is not a log entry", malformed);
        }
        throw new ConstanciaException(Problem.BAD_INPUT, "This log entry is not in its canonical spelling");
    }

    private static String required(Json.Object object, String name) {
        return object.findText(name)
                .orElseThrow(() ->
                        new ConstanciaException(Problem.BAD_INPUT, "This is not a log entry").with("missing", name));
    }
}
