package org.constancia.estimation.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.estimation.capture.CaptureSheet.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureSheetReaderTest {
    private static CaptureSheet read(String text) throws IOException {
        return CaptureSheetReader.read(new StringReader(text), CaptureColumns.BY_NAME);
    }

    @Test
    void aRowWithACountIsAPattern() throws IOException {
        CaptureTable table = read("A,B,C,count\n1,0,0,5\n1,1,0,2\n0,0,1,3\n").onlyTable();
        assertThat(table.lists()).containsExactly("A", "B", "C");
        assertThat(table.observed()).isEqualTo(10);
        assertThat(table.countOf(0b011)).isEqualTo(2);
        assertThat(table.recordedByAll(0b001)).isEqualTo(7);
    }

    @Test
    void aRowWithoutACountIsAPerson() throws IOException {
        CaptureTable table = read("record_id;A;B\n7;1;0\n8;1;1\n9;1;1\n").onlyTable();
        assertThat(table.lists()).containsExactly("A", "B");
        assertThat(table.countOf(0b11)).isEqualTo(2);
    }

    @Test
    void personsWithAMissingValueAreLeftOutAndTold() throws IOException {
        CaptureSheet sheet = read("A,B\n1,0\n1,\nNA,1\n1,1\n");
        assertThat(sheet.onlyTable().observed()).isEqualTo(2);
        assertThat(sheet.rejections()).extracting(Rejection::row).containsExactly(3L, 4L);
        assertThat(sheet.notices()).containsExactly(new Notice.RowsLeftOut(2));
    }

    @Test
    void theAllZeroRowIsWhatIsToBeEstimated() throws IOException {
        CaptureSheet sheet = read("A,B,count\n0,0,99\n1,0,5\n0,1,4\n1,1,1\n");
        assertThat(sheet.onlyTable().observed()).isEqualTo(10);
        assertThat(sheet.notices()).containsExactly(new Notice.AllZeroRowLeftOut(2, 99));
    }

    @Test
    void aPatternGivenTwiceIsAddedUp() throws IOException {
        CaptureSheet sheet = read("A,B,count\n1,0,5\n1,0,4\n1,1,1\n");
        assertThat(sheet.onlyTable().countOf(1)).isEqualTo(9);
        assertThat(sheet.notices()).containsExactly(new Notice.PatternAddedUp("10"));
    }

    @Test
    void aListWithoutCapturesIsTold() throws IOException {
        CaptureSheet sheet = read("A,B,C,count\n1,0,0,5\n1,1,0,4\n");
        assertThat(sheet.notices()).containsExactly(new Notice.ListWithoutCaptures("C"));
        assertThat(sheet.onlyTable().listsWithCaptures()).containsExactly("A", "B");
    }

    @Test
    void strataAndReplicatesAreTablesOfTheirOwn() throws IOException {
        CaptureSheet sheet = CaptureSheetReader.read(
                new StringReader("year,draw,A,B,count\n1998,1,1,0,5\n1999,1,0,1,4\n1998,2,1,1,3\n"),
                new CaptureColumns(List.of(), "year", "draw"));
        assertThat(sheet.strata()).containsExactly("1998", "1999");
        assertThat(sheet.replicates()).containsExactly("1", "2");
        assertThat(sheet.pooledOverStrata("1").observed()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'A,B,count\n1,0,-3'| A count is negative",
                "'A,B,count\n1,0,2.5'| A count is not a whole number of persons",
                "'A,B,count\n1,0,many'| A count is not a number",
                "'A,B,count\n1,2,3'| A list column holds something other than 0 and 1",
                "'A,B,count\n1,,3'| A capture pattern has a missing value",
                "'A,B,count\n1,3'| A row has another number of fields than the header",
                "'A,A,count\n1,0,3'| Two columns have the same name",
                "'A,B,count\n1,0,1e30'| A count is larger than any population",
                "'count\n3'| The file has no list column",
                "'A,B,count\n1,0,0'| The file records nobody",
                "''| The file is empty",
            })
    void whatCouldChangeTheAnswerIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining(message);
    }

    @Test
    void twentyListsAreRead() throws IOException {
        String header = IntStream.range(0, 20).mapToObj(j -> "L" + j).collect(Collectors.joining(","));
        String row =
                IntStream.range(0, 20).mapToObj(j -> j % 2 == 0 ? "1" : "0").collect(Collectors.joining(","));
        assertThat(read(header + ",count\n" + row + ",4\n").onlyTable().listCount())
                .isEqualTo(20);
    }

    @Test
    void countsOfABillionAreRead() throws IOException {
        assertThat(read("A,B,count\n1,0,1000000000\n1,1,1000000000\n")
                        .onlyTable()
                        .observed())
                .isEqualTo(2_000_000_000L);
    }
}
