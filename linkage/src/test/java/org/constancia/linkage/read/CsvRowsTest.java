package org.constancia.linkage.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
    @Test
    void quotedCellsHoldDelimitersQuotesAndLineEnds() throws IOException {
        assertThat(rows("a,\"b,\"\"c\"\"\nd\",e\r\n\"\",f\n", 4))
                .containsExactly(List.of("a", "b,\"c\"\nd", "e"), List.of("", "f"));
    }

    @Test
    void anUnclosedQuoteEndsWithTheFile() throws IOException {
        assertThat(rows("a,\"b\nc", 4)).containsExactly(List.of("a", "b\nc"));
    }

    @Test
    void emptyLinesAreSkippedAndTheLastLineNeedsNoEnd() throws IOException {
        assertThat(rows("a\n\n\nb,c", 4)).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Property(tries = 300)
    void whatIsWrittenIsRead(
            @ForAll @Size(min = 1, max = 6) List<@Size(min = 2, max = 4) List<String>> rows,
            @ForAll @IntRange(min = 1, max = 64) int bufferLength)
            throws IOException {
        String text = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        List<List<String>> expected = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .toList())
                .toList();
        assertThat(rows(text, bufferLength)).isEqualTo(expected);
    }

    /// Letters one bit away from a delimiter or a line end are those that looking at eight together could
    /// take for one.
    @Property(tries = 500)
    void plainCellsEndAtTheNextDelimiterOrLineEnd(
            @ForAll @Size(min = 1, max = 60) List<@From("letters") Character> letters,
            @ForAll @IntRange(min = 1, max = 64) int bufferLength)
            throws IOException {
        String text = letters.stream().map(String::valueOf).collect(Collectors.joining());
        List<List<String>> expected = Arrays.stream(text.split("\\r\\n|\\r|\\n", -1))
                .filter(line -> !line.isEmpty())
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        assertThat(rows(text, bufferLength)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.of(',', ',', '\n', '\r', '-', '+', '\u000b', '\f', '\u0000', 'a', 'b', 'ñ', '\u00ac');
    }

    private static List<List<String>> rows(String text, int bufferLength) throws IOException {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ',', bufferLength);
        List<List<String>> read = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < rows.cells(); i++) {
                row.add(new String(rows.buffer(), rows.from(i), rows.to(i) - rows.from(i), StandardCharsets.UTF_8));
            }
            read.add(row);
        }
        return read;
    }
}
