package org.constancia.evidence.note;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;

/// The head of a log: which log, how many entries, which root (C2SP tlog-checkpoint). It is the text of a
/// [SignedNote].
///
/// @param origin the log's unique name, such as `example.org/record/1`
/// @param size the number of entries
/// @param root the Merkle root over them
/// @param extensions further lines, which a Constancia log does not write
public record Checkpoint(String origin, long size, Sha256 root, List<String> extensions) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("not a checkpoint");
        }
    }

    public Checkpoint(String origin, long size, Sha256 root) {
        this(origin, size, root, List.of());
    }

    /// Reads a note's text. Does not look at signatures.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when the text is not that of a checkpoint
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw malformed("fewer than three lines");
        }
        for (int line = 0; line < lines.length - 1; line++) {
            if (lines[line].isEmpty()) {
                throw malformed("an empty line");
            }
        }
        Optional<byte[]> root = StrictBase64.decode(lines[2]);
        if (root.isEmpty() || root.get().length != Sha256.LENGTH) {
            throw malformed("no root hash");
        }
        return new Checkpoint(
                lines[0], size(lines[1]), Sha256.of(root.get()), List.of(lines).subList(3, lines.length - 1));
    }

    private static long size(String line) {
        if (SIZE.matcher(line).matches()) {
            try {
                return Long.parseLong(line);
            } catch (NumberFormatException tooLarge) {
                throw malformed("a size too large");
            }
        }
        throw malformed("no size");
    }

    /// The text that is signed.
    public String text() {
        StringBuilder text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(Base64.getEncoder().encodeToString(root.bytes()))
                .append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static ConstanciaException malformed(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a checkpoint").with("reason", reason);
    }
}
