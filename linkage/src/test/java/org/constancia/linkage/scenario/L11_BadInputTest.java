package org.constancia.linkage.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.linkage.LinkageResult;
import org.constancia.linkage.read.CsvTables;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.People;
import org.constancia.linkage.record.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input has a clear message or a defined result, and no row is lost.
class L11_BadInputTest {
    @TempDir
    Path folder;

    private People read(String text) {
        return Lists.read(Lists.write(folder, "bad.csv", text, StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyFileAndAHeaderAloneAreTold() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read("record_id,given1\n"))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("No file has a row");
        assertThatThrownBy(() -> Lists.read(folder.resolve("none.csv")))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void aFileWithoutAKnownColumnIsTold() {
        assertThatThrownBy(() -> read("foo,bar\n1,2\n"))
                .isInstanceOf(ConstanciaException.class)
                .hasMessageContaining("No column was recognised");
    }

    @Test
    void twoColumnsThatWouldBeOneAreRefused() {
        Path file = Lists.write(folder, "roles.csv", "id,a,b,c\n1,ANA,LUZ,MESA\n", StandardCharsets.UTF_8);
        for (ColumnRole role : List.of(ColumnRole.GIVEN_NAME, ColumnRole.ID)) {
            Map<String, ColumnRole> roles = Map.of("a", role, "b", role, "c", ColumnRole.SURNAME);
            assertThatThrownBy(() -> CsvTables.read(List.of(file), roles, Set.of()))
                    .isInstanceOf(ConstanciaException.class)
                    .hasMessageContaining("Two columns would be one");
        }
    }

    @Test
    void missingAndRepeatedIdsGetOneAndAreTold() {
        People people = read("record_id,given1,surname1\n,ANA,CANO\n7,LUZ,MESA\n7,LUZ,MESA\n7,LUZ,RUEDA\n");
        assertThat(IntStream.range(0, 4).mapToObj(people::id)).containsExactly("row-2", "7", "7~2", "7~3");
        assertThat(people.raw().rejections()).extracting(Rejection::row).containsExactly(2L, 4L, 5L);
    }

    @Test
    void raggedRowsAreKeptAndTold() {
        People people = read("record_id,given1,surname1\n1,ANA\n2,LUZ,MESA,X\n");
        assertThat(people.size()).isEqualTo(2);
        assertThat(people.raw().rejections()).hasSize(2);
    }

    @Test
    void otherEncodingsAndDelimitersAreRecognised() {
        String text = "record_id;nombres;apellidos\n1;José;Peña Ibáñez\n2;JOSE;PENA IBANEZ\n";
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16}) {
            People people = Lists.read(Lists.write(folder, "encoded.csv", text, charset));
            assertThat(people.size()).isEqualTo(2);
            assertThat(people.names().orElseThrow().surname(0, 0))
                    .as(charset.name())
                    .isEqualTo(people.names().orElseThrow().surname(0, 1));
            assertThat(people.raw().columns().get(1).values().textAt(0)).isEqualTo("José");
        }
    }

    /// Some cells of a file in UTF-8 pasted from elsewhere, as happens when lists are put together by hand.
    @Test
    void bytesOfAnotherEncodingAmongUtf8AreReadAsTheLettersTheyWere() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.write("record_id,given1,surname1\n1,José,Peña\n2,".getBytes(StandardCharsets.UTF_8));
        mixed.write("José,Peña\n".getBytes(Charset.forName("windows-1252")));
        People people = Lists.read(Files.write(folder.resolve("mixed.csv"), mixed.toByteArray()));
        assertThat(people.raw().columns().get(1).values().textAt(1)).isEqualTo("José");
        assertThat(people.names().orElseThrow().surname(0, 0))
                .isEqualTo(people.names().orElseThrow().surname(0, 1));
    }

    @Test
    void futureDatesAreTold() {
        assertThat(read("record_id,given1,birth_date\n1,ANA,2999-01-01\n").raw().rejections())
                .singleElement()
                .extracting(Rejection::reason)
                .asString()
                .contains("future");
    }

    @Test
    void columnsOfOneValueAndOfNothingAreNoEvidence() {
        String rows = IntStream.range(0, 300)
                .mapToObj(i -> i + ","
                        + Integer.toString(i * 7919 + 46_000_000, 26).replaceAll("[0-9]", "Z") + ",CANO,M,,HOMICIDIO")
                .collect(Collectors.joining("\n"));
        LinkageResult result = Lists.link(read("record_id,given1,surname1,sex,birth_date,event_type\n" + rows));
        assertThat(Lists.groups(result)).hasSizeGreaterThan(150);
        LinkageResult nothing = Lists.link(read("record_id,given1,surname1\n" + "1,,\n2,,\n3,,\n"));
        assertThat(Lists.groups(nothing)).hasSize(3);
    }

    @Test
    void aBlockOfAHundredThousandEqualRowsIsLinkedAndDoesNotHang() {
        int rows = 100_000;
        String text = IntStream.range(0, rows)
                .mapToObj(i -> i + ",ANA,CANO,1970-01-01")
                .collect(Collectors.joining("\n"));
        LinkageResult result = Lists.link(read("record_id,given1,surname1,birth_date\n" + text));
        assertThat(result.clusters().size()).isEqualTo(rows);
        assertThat(result.candidates()).isBetween((long) rows, 10_000_000L);
    }

    @Test
    void veryLongAndForeignNamesAreCompared() {
        String lengthy = "A".repeat(5000);
        LinkageResult result = Lists.link(Lists.people(
                folder,
                "x1,L1," + lengthy + ",,CANO,MESA,M,1940-05-12,1996-03-04,HOMICIDIO,05001,71222333",
                "x2,L2," + lengthy + "B,,CANO,MESA,M,1940-05-12,1996-03-04,HOMICIDIO,05001,71222333",
                "x3,L1,محمد,,الحسن,,M,1940-05-12,1996-03-04,HOMICIDIO,05001,",
                "x4,L2,محمد,,الحسن,,M,1940-05-12,1996-03-04,HOMICIDIO,05001,",
                "x5,L1,李小龍,,王,,M,1961-05-12,1998-07-04,HOMICIDIO,11001,"));
        assertThat(Lists.together(result, "x1", "x2")).isTrue();
        assertThat(Lists.together(result, "x3", "x4")).isTrue();
        assertThat(Lists.together(result, "x3", "x5")).isFalse();
    }
}
