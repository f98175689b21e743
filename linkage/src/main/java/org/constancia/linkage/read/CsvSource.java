package org.constancia.linkage.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Opens a delimited file of whatever encoding and delimiter.
final class CsvSource {
    private static final int HEAD = 1 << 16;

    private CsvSource() {}

    /// The rows of a file as UTF-8, the header already read.
    ///
    /// @throws ConstanciaException when the file has no header
    static CsvRows rows(InputStream stream, Path file) throws IOException {
        byte[] head = stream.readNBytes(HEAD);
        CsvFormat format = CsvFormat.detect(head, head.length);
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream(head, format.markLength(), head.length - format.markLength()), stream);
        if (format.charset().equals(StandardCharsets.UTF_16LE)
                || format.charset().equals(StandardCharsets.UTF_16BE)) {
            body = new Transcoded(body, format.charset());
        } else if (!format.charset().equals(StandardCharsets.UTF_8)) {
            body = new MixedText(body);
        }
        CsvRows rows = new CsvRows(body, format.delimiter());
        if (!rows.next()) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The file is empty; a header and rows were expected")
                    .with("file", file);
        }
        return rows;
    }
}
