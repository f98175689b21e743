package org.constancia.evidence.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.metadata.MetadataReader.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Part of torture test T13: no file harms the parent, and none is changed.
class MetadataReaderTest {
    @TempDir
    Path directory;

    private final MetadataReader reader = new MetadataReader(Duration.ofSeconds(60), MetadataReader.withoutNetwork());

    @Test
    void aPhotosDirectoriesAreRead() throws IOException {
        Path photo = Files.write(directory.resolve("photo.jpg"), jpeg());
        assertThat(reader.read(photo)).isInstanceOfSatisfying(Result.Understood.class, understood -> {
            assertThat(understood.metadata().findText("c2pa")).contains("none found");
            assertThat(understood.metadata().find("directories")).containsInstanceOf(Json.Object.class);
        });
        byte[] marked = jpeg();
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.writeBytes(marked);
        more.writeBytes("....jumb....jumdc2pa".getBytes(StandardCharsets.US_ASCII));
        Files.write(photo, more.toByteArray());
        assertThat(reader.read(photo))
                .isInstanceOfSatisfying(
                        Result.Understood.class,
                        understood -> assertThat(understood.metadata().findText("c2pa"))
                                .contains("present, not verified"));
    }

    @Test
    void whatIsNotUnderstoodIsAnAnswer() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "no image at all");
        assertThat(reader.read(text)).isInstanceOf(Result.NotUnderstood.class);
        assertThat(reader.read(directory.resolve("missing"))).isInstanceOf(Result.NotUnderstood.class);
        MetadataReader hasty = new MetadataReader(Duration.ofMillis(1), List.of());
        assertThat(hasty.read(text))
                .isInstanceOfSatisfying(
                        Result.NotUnderstood.class,
                        answer -> assertThat(answer.reason()).contains("longer"));
        MetadataReader broken = new MetadataReader(Duration.ofSeconds(5), List.of("/nonexistent"));
        assertThat(broken.read(text)).isInstanceOf(Result.NotUnderstood.class);
    }

    @Test
    @Tag("slow")
    void twoHundredMutatedPhotosHarmNothing() throws IOException {
        Random random = new Random(13);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = jpeg();
            for (int change = 0; change < 20; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(directory.resolve("mutated.jpg"), bytes);
            assertThat(reader.read(file)).isNotNull();
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }
}
