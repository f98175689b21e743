package org.constancia.evidence.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.constancia.core.confine.Allowance;
import org.constancia.core.confine.ConfinedProgram;
import org.constancia.core.confine.Ending;
import org.constancia.core.confine.Room;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Reads embedded metadata in a confined process, so that a hostile file can harm nothing but the child. Whatever
/// happens, the answer is a value; the file is preserved in any case and never written to.
public final class MetadataReader {
    /// Which program and which library read it, for the record.
    public static final String TOOL = "metadata-extractor";

    private static final int HEAP_MEGABYTES = 256;
    private static final long LARGEST_ANSWER = 8 << 20;

    private final ConfinedProgram program;

    /// @param time how long a child may take
    public MetadataReader(Duration time) {
        this.program = new ConfinedProgram(
                MetadataProgram.class.getName(), new Allowance(HEAP_MEGABYTES, time, LARGEST_ANSWER));
    }

    /// What the child found.
    public sealed interface Result {
        /// The format was understood.
        record Understood(Embedded embedded) implements Result {}

        /// It was not, and why: preserved, not understood.
        record NotUnderstood(String reason) implements Result {}
    }

    /// Whether the first bytes are those of a photo, video or recording that may carry metadata.
    public static boolean isMedia(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00ff\u00d8\u00ff")
                || text.startsWith("\u0089PNG")
                || text.startsWith("GIF8")
                || text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("ID3")
                || text.startsWith("8BPS")
                || text.startsWith("RIFF")
                        && (text.startsWith("WEBP", 8) || text.startsWith("AVI ", 8) || text.startsWith("WAVE", 8))
                || text.startsWith("ftyp", 4);
    }

    /// Reads the metadata of a file.
    public Result read(Path file, Room room) {
        Path answer = room.file(MetadataProgram.ANSWER);
        Ending ending = program.run(room, List.of(file.toAbsolutePath().toString(), answer.toString()));
        return switch (ending) {
            case FINISHED -> answer(answer);
            case OUT_OF_MEMORY -> new Result.NotUnderstood("memory ran out");
            case OUT_OF_TIME -> new Result.NotUnderstood("it took longer than is allowed");
            case FAILED -> new Result.NotUnderstood("the reader ended without an answer");
            case CANCELLED -> new Result.NotUnderstood("cancelled");
        };
    }

    private static Result answer(Path answer) {
        try {
            if (!Files.isRegularFile(answer, LinkOption.NOFOLLOW_LINKS) || Files.size(answer) > LARGEST_ANSWER) {
                return new Result.NotUnderstood("the reader gave no answer");
            }
            Json.Object found = JsonReader.readObject(Files.readAllBytes(answer));
            if (found.find("reason").isPresent()) {
                return new Result.NotUnderstood(found.findText("reason").orElse(""));
            }
            return new Result.Understood(new Embedded(
                    found.findText("taken").orElse(null),
                    found.findText("camera").orElse(null),
                    position(found),
                    found.find("c2pa").equals(Optional.of(new Json.Bool(true))),
                    found.find("directories").orElse(null) instanceof Json.Object directories
                            ? directories
                            : Json.object()));
        } catch (IOException | ConstanciaException | IllegalArgumentException malformed) {
            return new Result.NotUnderstood("the answer of the reader makes no sense");
        }
    }

    private static Embedded.@Nullable Position position(Json.Object found) {
        return found.find("latitude").orElse(null) instanceof Json.Number(double latitude)
                        && found.find("longitude").orElse(null) instanceof Json.Number(double longitude)
                ? new Embedded.Position(latitude, longitude)
                : null;
    }
}
