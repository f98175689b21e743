package org.constancia.evidence.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.constancia.core.confine.Room;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.metadata.MetadataReader.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The photo was made by a program; camera, people and words in it are invented.
class MetadataReaderTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    Path directory;

    @Test
    void whenWhereAndWithWhatAPhotoWasTaken() throws IOException {
        Path photo = Files.write(directory.resolve("photo.jpg"), photo());

        assertThat(read(photo, LONG)).isInstanceOfSatisfying(Result.Understood.class, understood -> {
            Embedded embedded = understood.embedded();
            assertThat(embedded.taken()).isEqualTo("2021-05-01 14:03:22 -05:00");
            assertThat(embedded.camera()).isEqualTo("Lumbre L2");
            Embedded.Position position = Objects.requireNonNull(embedded.position());
            assertThat(position.latitude()).isCloseTo(4.598056, within(1e-6));
            assertThat(position.longitude()).isCloseTo(-74.075833, within(1e-6));
            assertThat(embedded.hasC2pa()).isFalse();
            assertThat(CanonicalJson.text(embedded.directories()))
                    .as("XMP and IPTC")
                    .contains("Colectivo La Ceiba")
                    .contains("La plaza, vacía");
        });
        assertThat(Files.readAllBytes(photo)).isEqualTo(photo());
    }

    @Test
    void theBoxOfC2paIsSeenAndNotBelieved() throws IOException {
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.writeBytes(photo());
        marked.writeBytes("....jumb....jumdc2pa".getBytes(StandardCharsets.US_ASCII));
        Path photo = Files.write(directory.resolve("photo.jpg"), marked.toByteArray());

        assertThat(read(photo, LONG))
                .isInstanceOfSatisfying(
                        Result.Understood.class,
                        understood ->
                                assertThat(understood.embedded().hasC2pa()).isTrue());
    }

    @Test
    void whatIsNotUnderstoodIsAnAnswer() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "no image at all");

        assertThat(read(text, LONG)).isInstanceOf(Result.NotUnderstood.class);
        assertThat(read(directory.resolve("missing"), LONG)).isInstanceOf(Result.NotUnderstood.class);
        assertThat(read(text, Duration.ofMillis(1)))
                .isInstanceOfSatisfying(
                        Result.NotUnderstood.class,
                        answer -> assertThat(answer.reason()).contains("longer"));
    }

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE0, true",
        "89504E470D0A1A0A, true",
        "4D4D002A, true",
        "000000206674797069736F6D, true",
        "52494646000000005745425056503820, true",
        "504B0304, false",
        "255044462D312E37, false",
        "'', false"
    })
    void photosAndVideosAreKnownByTheirFirstBytes(String head, boolean media) {
        assertThat(MetadataReader.isMedia(HexFormat.of().parseHex(head))).isEqualTo(media);
    }

    private Result read(Path file, Duration time) {
        try (Room room = Room.in(directory)) {
            return new MetadataReader(time).read(file, room);
        }
    }

    private static byte[] photo() throws IOException {
        try (InputStream photo = MetadataReaderTest.class.getResourceAsStream("photo.jpg")) {
            return Objects.requireNonNull(photo).readAllBytes();
        }
    }
}
