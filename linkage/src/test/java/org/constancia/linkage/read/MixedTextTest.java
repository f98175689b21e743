package org.constancia.linkage.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MixedTextTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<String> WORDS = List.of("José", "Peña", "ana", "ÑORO", "x", "Müller");

    /// A stream that gives a few bytes at a time.
    private static InputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }
        };
    }

    @Property(tries = 100)
    void wordsOfBothEncodingsAreReadInWhateverPiecesTheyCome(
            @ForAll @Size(max = 60) List<@IntRange(max = 11) Integer> words,
            @ForAll @IntRange(min = 1, max = 9) int piece)
            throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        StringBuilder expected = new StringBuilder();
        for (int word : words) {
            String text = WORDS.get(word / 2) + ",";
            written.write(text.getBytes(word % 2 == 0 ? StandardCharsets.UTF_8 : WINDOWS));
            expected.append(text);
        }
        byte[] read = new MixedText(inPieces(written.toByteArray(), piece)).readAllBytes();
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void aLetterCutOffAtTheEndIsReadByteByByte() throws IOException {
        byte[] read = new MixedText(inPieces(new byte[] {'a', (byte) 0xe2, (byte) 0x82}, 1)).readAllBytes();
        assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo("aâ‚");
    }
}
