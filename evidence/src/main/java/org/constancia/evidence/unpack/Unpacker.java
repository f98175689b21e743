package org.constancia.evidence.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.constancia.core.confine.Allowance;
import org.constancia.core.confine.ConfinedProgram;
import org.constancia.core.confine.Ending;
import org.constancia.core.confine.Room;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.capture.CapturedPage.DigestState;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Takes containers apart in a confined process. Whatever the container holds and whatever becomes of the process, the
/// answer is a value, and nothing the process wrote is trusted: names of files are checked and links refused.
public final class Unpacker {
    private static final long LARGEST_ANSWER = 64L << 20;
    private static final int HEAP_MEGABYTES = 256;
    private static final Pattern FILE = Pattern.compile(PartFiles.PREFIX + "[0-9]{1,9}");

    private static final long BYTES_A_SECOND = 10 << 20;

    private final Duration time;

    /// @param time how long a container may take; large ones take a second more for every 10 MiB
    public Unpacker(Duration time) {
        this.time = time;
    }

    /// @param room where the parts are put
    /// @param kind what the first bytes say that it is
    /// @return empty when it turns out to be one document, such as those of offices, which are ZIP files
    public Optional<Unpacked> unpack(Path container, ContainerKind kind, Room room, Budget budget) {
        if (budget.isUsedUp()) {
            return Optional.of(nothing(kind, "It is nested in a file from which as much was taken out as is allowed"));
        }
        Allowance allowance = new Allowance(
                HEAP_MEGABYTES,
                time.plusSeconds(container.toFile().length() / BYTES_A_SECOND),
                Math.max(budget.bytes(), LARGEST_ANSWER));
        ConfinedProgram program = new ConfinedProgram(UnpackProgram.class.getName(), allowance);
        Ending ending = program.run(
                room,
                List.of(
                        container.toAbsolutePath().toString(),
                        kind.name(),
                        room.folder().toString(),
                        String.valueOf(budget.parts()),
                        String.valueOf(budget.bytes())));
        return switch (ending) {
            case FINISHED -> answer(kind, room);
            case OUT_OF_MEMORY -> Optional.of(nothing(kind, "Taking it apart needs more memory than is allowed"));
            case OUT_OF_TIME -> Optional.of(nothing(kind, "Taking it apart takes longer than is allowed"));
            case FAILED ->
                Optional.of(nothing(kind, "It cannot be taken apart: it is damaged or not what it says it is"));
            case CANCELLED -> Optional.of(nothing(kind, "Taking it apart was cancelled"));
        };
    }

    private static Unpacked nothing(ContainerKind kind, String why) {
        return new Unpacked(kind, null, null, List.of(), 0, List.of(why));
    }

    private static Optional<Unpacked> answer(ContainerKind asked, Room room) {
        Path file = room.file(UnpackProgram.ANSWER);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST_ANSWER) {
                return Optional.of(nothing(asked, "It cannot be taken apart: there was no answer"));
            }
            Json.Object answer = JsonReader.readObject(Files.readAllBytes(file));
            boolean document = answer.findText("kind").equals(Optional.of(UnpackProgram.NO_CONTAINER));
            return document ? Optional.empty() : Optional.of(read(asked, room, answer));
        } catch (IOException | ConstanciaException | DateTimeException | IllegalArgumentException malformed) {
            return Optional.of(nothing(asked, "It cannot be taken apart: the answer makes no sense"));
        }
    }

    private static Unpacked read(ContainerKind asked, Room room, Json.Object answer) {
        List<Unpacked.Part> parts = new ArrayList<>();
        for (Json item : items(answer, "parts")) {
            if (item instanceof Json.Object part) parts.add(part(room, part));
        }
        List<String> remarks = new ArrayList<>();
        for (Json item : items(answer, "remarks")) {
            if (item instanceof Json.Text(String text)) remarks.add(text);
        }
        return new Unpacked(
                answer.findText("kind").flatMap(ContainerKind::find).orElse(asked),
                answer.findText("title").orElse(null),
                answer.findText("author").orElse(null),
                parts,
                answer.findWhole("kept").orElse(0L).intValue(),
                remarks);
    }

    private static List<Json> items(Json.Object answer, String name) {
        return answer.find(name).orElse(null) instanceof Json.Array array ? array.items() : List.of();
    }

    private static Unpacked.Part part(Room room, Json.Object part) {
        @Nullable
        Path file = part.findText("file").map(name -> file(room, name)).orElse(null);
        return new Unpacked.Part(
                part.findText("place").orElseThrow(IllegalArgumentException::new),
                part.findText("name").orElse(null),
                part.findText("mediaType").filter(type -> !type.isEmpty()).orElse(null),
                file,
                part.findText("sameAs").orElse(null),
                capture(part).orElse(null));
    }

    private static Path file(Room room, String name) {
        Path file = room.file(FILE.matcher(name).matches() ? name : "");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) throw new IllegalArgumentException(name);
        return file;
    }

    private static Optional<Unpacked.Capture> capture(Json.Object part) {
        return part.findText("target")
                .map(target -> new Unpacked.Capture(
                        target,
                        Instant.parse(part.findText("at").orElse("")),
                        part.findWhole("status").orElse(0L).intValue(),
                        part.find("headers").map(CanonicalJson::text).orElse("{}"),
                        DigestState.valueOf(part.findText("digest").orElse(""))));
    }

    /// What the first bytes of a file say that it contains other files, if they do.
    public static Optional<ContainerKind> kindOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ContainerKind.of(in.readNBytes(ContainerKind.HEAD));
        }
    }
}
