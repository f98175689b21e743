package org.constancia.evidence.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.SignedNote;

/// What a log asks a witness to cosign, in the format of C2SP tlog-witness `add-checkpoint`, as a file: the
/// size the witness last saw, the consistency proof from there, and the signed checkpoint.
///
/// @param oldSize what the witness cosigned last; 0 when it never did
/// @param proof consistency proof, empty when `oldSize` is 0
/// @param checkpoint to be cosigned
public record WitnessRequest(long oldSize, List<Sha256> proof, SignedNote checkpoint) {
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

    public WitnessRequest {
        proof = List.copyOf(proof);
    }

    /// The request of a log to a witness that last saw `oldSize` entries.
    public static WitnessRequest of(TransparencyLog log, long oldSize) {
        SignedNote checkpoint = log.checkpoint();
        List<Sha256> proof =
                oldSize == 0 ? List.of() : log.consistency(oldSize, log.size()).path();
        return new WitnessRequest(oldSize, proof, checkpoint);
    }

    /// Reads a request.
    ///
    /// @throws ConstanciaException `BAD_INPUT`
    public static WitnessRequest parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw malformed("no checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        String old = lines.removeFirst();
        if (!OLD.matcher(old).matches() || lines.size() > 63) {
            throw malformed("no old size, or too long a proof");
        }
        List<Sha256> proof = new ArrayList<>();
        for (String line : lines) {
            try {
                proof.add(Sha256.of(Base64.getDecoder().decode(line)));
            } catch (IllegalArgumentException notBase64) {
                throw malformed("a hash that cannot be read");
            }
        }
        return new WitnessRequest(
                Long.parseLong(old.substring("old ".length())), proof, SignedNote.parse(text.substring(blank + 2)));
    }

    public byte[] bytes() {
        StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash ->
                text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ConstanciaException malformed(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a request to a witness").with("reason", reason);
    }
}
