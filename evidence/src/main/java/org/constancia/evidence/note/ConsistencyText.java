package org.constancia.evidence.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.merkle.ConsistencyProof;

/// A consistency proof as text, since C2SP has no file format for it: the header `constancia consistency v1`, a
/// line `old <size>`, a line `new <size>`, then one base64 hash a line in the order of RFC 6962, section 2.1.2.
public final class ConsistencyText {
    private static final String HEADER = "constancia consistency v1";
    private static final Pattern SIZE = Pattern.compile("(old|new) ([1-9][0-9]{0,17})");

    private ConsistencyText() {}

    public static byte[] bytes(ConsistencyProof proof) {
        StringBuilder text = new StringBuilder(HEADER)
                .append("\nold ")
                .append(proof.oldSize())
                .append("\nnew ")
                .append(proof.newSize())
                .append('\n');
        proof.path()
                .forEach(hash -> text.append(Base64.getEncoder().encodeToString(hash.bytes()))
                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Reads a proof.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when the bytes are not such a proof
    public static ConsistencyProof parse(byte[] bytes) {
        List<String> lines = List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
        if (lines.size() < 4 || lines.size() > 4 + 64 || !lines.getFirst().equals(HEADER)) {
            throw malformed();
        }
        if (!lines.getLast().isEmpty()) {
            throw malformed();
        }
        List<Sha256> path = new ArrayList<>();
        for (String line : lines.subList(3, lines.size() - 1)) {
            byte[] hash = StrictBase64.decode(line).orElseThrow(ConsistencyText::malformed);
            if (hash.length != Sha256.LENGTH) {
                throw malformed();
            }
            path.add(Sha256.of(hash));
        }
        return new ConsistencyProof(size("old", lines.get(1)), size("new", lines.get(2)), path);
    }

    private static long size(String which, String line) {
        Matcher matcher = SIZE.matcher(line);
        if (!matcher.matches() || !matcher.group(1).equals(which)) {
            throw malformed();
        }
        return Long.parseLong(matcher.group(2));
    }

    private static ConstanciaException malformed() {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a consistency proof");
    }
}
