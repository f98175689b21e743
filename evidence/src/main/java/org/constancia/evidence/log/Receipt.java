package org.constancia.evidence.log;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.evidence.note.VerifierKey.Verdict;

/// The log's signed promise to include an entry. A receipt without the entry in the log after that time proves
/// misbehaviour. As text, a signed note of four lines: header, origin, leaf hash (base64), time of the promise.
///
/// @param origin which log promises
/// @param leafHash which entry
/// @param includedBy until when it will be in a signed checkpoint
public record Receipt(String origin, Sha256 leafHash, Instant includedBy) {
    /// How long the log may take.
    public static final Duration PROMISE = Duration.ofSeconds(60);

    private static final String HEADER = "constancia receipt v1";

    String text() {
        return HEADER + "\n" + origin + "\n" + Base64.getEncoder().encodeToString(leafHash.bytes()) + "\n" + includedBy
                + "\n";
    }

    /// Reads a receipt and checks that this key of the log signed it.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when it is malformed or not signed by the key
    public static Receipt verify(SignedNote note, VerifierKey key) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length != 5 || !lines[0].equals(HEADER) || !lines[1].equals(key.name())) {
            throw refused("not a receipt of this log");
        }
        if (!(key.verify(note) instanceof Verdict.Valid)) {
            throw refused("not signed by the log");
        }
        try {
            byte[] hash = Base64.getDecoder().decode(lines[2]);
            return new Receipt(lines[1], Sha256.of(hash), Instant.parse(lines[3]));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw refused("a signed text that is no receipt");
        }
    }

    private static ConstanciaException refused(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "The receipt does not hold").with("reason", reason);
    }
}
