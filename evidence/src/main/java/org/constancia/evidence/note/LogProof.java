package org.constancia.evidence.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.merkle.InclusionProof;
import org.constancia.evidence.merkle.MerkleHash;

/// A proof that stands alone, to be kept beside what it proves (C2SP tlog-proof, `.tlog-proof`): the entry's
/// index, the inclusion path, and the signed checkpoint it leads to.
///
/// @param index the entry's place in the log
/// @param path from the leaf's sibling to the root's child
/// @param checkpoint the signed checkpoint
public record LogProof(long index, List<Sha256> path, SignedNote checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");

    public LogProof {
        path = List.copyOf(path);
    }

    /// Reads a proof file.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when the bytes are not such a proof
    public static LogProof parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw malformed("no checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, blank).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) {
            throw malformed("another first line");
        }
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            if (StrictBase64.decode(lines.removeFirst().substring("extra ".length()))
                    .isEmpty()) {
                throw malformed("extra data that are not base64");
            }
        }
        if (lines.isEmpty() || !INDEX.matcher(lines.getFirst()).matches()) {
            throw malformed("no index");
        }
        long index = Long.parseLong(lines.removeFirst().substring("index ".length()));
        if (lines.size() > 63) {
            throw malformed("a path longer than any tree is high");
        }
        List<Sha256> path = lines.stream().map(LogProof::hash).toList();
        return new LogProof(
                index, path, SignedNote.parse(text.substring(blank + 2).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// Whether the proof shows that a log accepted by the policy holds this entry.
    public Result verify(byte[] entry, Policy policy) {
        return switch (policy.judge(checkpoint)) {
            case Policy.Judgement.Refused(String reason) -> new Result.Refused("checkpoint", reason);
            case Policy.Judgement.Accepted accepted -> {
                InclusionProof proof =
                        new InclusionProof(index, accepted.checkpoint().size(), path);
                yield proof.leadsTo(accepted.checkpoint().root(), MerkleHash.ofLeaf(entry))
                        ? new Result.Proven(accepted)
                        : new Result.Refused("inclusion", "the path does not lead from the entry to the root");
            }
        };
    }

    /// What a proof is worth.
    public sealed interface Result {
        /// The entry is in the log.
        record Proven(Policy.Judgement.Accepted checkpoint) implements Result {}

        /// The proof does not hold: where, and why.
        record Refused(String place, String reason) implements Result {}
    }

    public byte[] bytes() {
        StringBuilder text =
                new StringBuilder(HEADER).append("\nindex ").append(index).append('\n');
        path.forEach(hash ->
                text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Sha256 hash(String line) {
        byte[] bytes = StrictBase64.decode(line).orElseThrow(() -> malformed("a hash that is not base64"));
        if (bytes.length != Sha256.LENGTH) {
            throw malformed("a hash of another length");
        }
        return Sha256.of(bytes);
    }

    private static ConstanciaException malformed(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a log proof").with("reason", reason);
    }
}
