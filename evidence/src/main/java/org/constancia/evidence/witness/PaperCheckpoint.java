package org.constancia.evidence.witness;

import java.util.List;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.NoteSignature;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;

/// A checkpoint for paper: three lines to read and a QR code with the same lines and the log's Ed25519
/// signature. Printed in a newspaper or left with a notary it is a witness that nobody can reach afterwards.
/// (The post-quantum signature is too long for a QR code; the root, not the signature, is what paper
/// preserves.)
public final class PaperCheckpoint {
    private static final int MODULE = 4;

    private final SignedNote note;

    private PaperCheckpoint(SignedNote note) {
        this.note = note;
    }

    /// The paper form of a signed checkpoint.
    ///
    /// @param key the log's Ed25519 key, whose signature goes into the code
    public static PaperCheckpoint of(SignedNote checkpoint, VerifierKey key) {
        List<NoteSignature> short64 = checkpoint.signatures().stream()
                .filter(signature -> signature.keyName().equals(key.name()) && signature.keyId() == key.keyId())
                .toList();
        if (short64.isEmpty()) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The checkpoint does not bear this key's signature");
        }
        return new PaperCheckpoint(new SignedNote(checkpoint.text(), short64));
    }

    /// The three lines: origin, number of entries, root.
    public List<String> lines() {
        return Checkpoint.parse(note.text()).text().lines().toList();
    }

    /// What the code holds: a signed note, which a policy can judge.
    public String content() {
        return note.format();
    }

    /// The code, true for black.
    public boolean[][] modules() {
        return ScannableCode.of(content());
    }

    /// A page to print: the code and below it the three lines, as SVG without script or outside reference.
    public String svg() {
        boolean[][] modules = modules();
        int side = modules.length * MODULE;
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(Math.max(side, 640))
                .append(' ')
                .append(side + 90)
                .append("\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/><path d=\"");
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules[row].length; column++) {
                if (modules[row][column]) {
                    svg.append("M%d %dh%dv%dh-%dz".formatted(column * MODULE, row * MODULE, MODULE, MODULE, MODULE));
                }
            }
        }
        svg.append("\"/><g font-family=\"monospace\" font-size=\"18\">");
        int y = side + 24;
        for (String line : lines()) {
            svg.append("<text x=\"16\" y=\"")
                    .append(y)
                    .append("\">")
                    .append(escaped(line))
                    .append("</text>");
            y += 26;
        }
        return svg.append("</g></svg>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
