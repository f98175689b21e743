package org.constancia.evidence.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A text signed by one or more keys (C2SP signed-note). The text ends in a newline; a blank line and the
/// signature lines follow. Nothing in the text counts before a signature of a trusted key was verified.
///
/// @param text the signed text, with its final newline
/// @param signatures in the order of the note, known and unknown ones
public record SignedNote(String text, List<NoteSignature> signatures) {
    /// More than the 16 that every reader must accept; post-quantum signatures make notes long.
    static final int MAX_SIGNATURES = 64;

    static final int MAX_BYTES = 1 << 20;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends in a newline");
        }
        if (text.chars().anyMatch(character -> character < 0x20 && character != '\n')) {
            throw new IllegalArgumentException("a note has no control characters");
        }
    }

    /// Reads a note as it is stored and sent.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when the bytes are not a signed note
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw malformed("longer than 1 MiB");
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException failure) {
            throw malformed("not UTF-8");
        }
    }

    /// Reads a note.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when the string is not a signed note
    public static SignedNote parse(String note) {
        if (note.chars().anyMatch(character -> character < 0x20 && character != '\n')) {
            throw malformed("a control character");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw malformed("no signatures");
        }
        String[] lines = note.substring(blank + 2).split("\n", -1);
        if (lines.length < 2) {
            throw malformed("no signatures");
        }
        if (lines.length - 1 > MAX_SIGNATURES) {
            throw malformed("more than 64 signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (int line = 0; line < lines.length - 1; line++) {
            signatures.add(signature(lines[line]));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    private static NoteSignature signature(String line) {
        if (!line.startsWith(NoteSignature.MARK)) {
            throw malformed("a line that is not a signature");
        }
        int space = line.indexOf(' ', NoteSignature.MARK.length());
        if (space < 0) {
            throw malformed("a signature without key name");
        }
        String name = line.substring(NoteSignature.MARK.length(), space);
        Optional<byte[]> decoded = StrictBase64.decode(line.substring(space + 1));
        if (!isKeyName(name) || decoded.isEmpty() || decoded.get().length < 5) {
            throw malformed("a signature that cannot be read");
        }
        ByteBuffer buffer = ByteBuffer.wrap(decoded.get());
        int keyId = buffer.getInt();
        byte[] signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return new NoteSignature(name, keyId, signature);
    }

    /// Key names are not empty and hold neither Unicode spaces nor a plus sign.
    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(point -> point == '+'
                                || point < 0x20
                                || point == 0x85
                                || Character.isSpaceChar(point)
                                || Character.isWhitespace(point));
    }

    /// The same note with one more signature; a signature by the same key replaces the older one.
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.removeIf(present -> present.keyName().equals(signature.keyName()) && present.keyId() == signature.keyId());
        all.add(signature);
        return new SignedNote(text, all);
    }

    /// The whole note as it is stored and sent.
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    public byte[] bytes() {
        return format().getBytes(StandardCharsets.UTF_8);
    }

    private static ConstanciaException malformed(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a signed note").with("reason", reason);
    }
}
