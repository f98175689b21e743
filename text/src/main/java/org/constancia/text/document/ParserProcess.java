package org.constancia.text.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.constancia.core.confine.Allowance;
import org.constancia.core.confine.ConfinedProgram;
import org.constancia.core.confine.Ending;
import org.constancia.core.confine.Room;
import org.jspecify.annotations.Nullable;

/// Reads a source in a Java process of its own, so that a hostile file can at worst end that process.
///
/// Protocol: the parent starts this class, confined, with FILE DECLARED-TYPE-OR-DASH MAX-BYTES MAX-UNPACKED
/// MAX-CHARACTERS MAX-PAGES MAX-SECONDS ANSWER-FILE; the child writes one reading to the answer file and exits with 0.
/// Any
/// other exit, or none within the time limit, is a {@link Reading.NotUnderstood}.
public final class ParserProcess {
    /// What is left of the time for starting and for handing over what was read before it ended.
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final long LARGEST_FILE = 1L << 30;
    private static final long LARGEST_ANSWER = 256L << 20;
    private static final String ANSWER = "answer";

    private final ConfinedProgram program;
    private final ReadingLimits limits;

    /// Starts children with the Java and the class path of this process.
    public static ParserProcess ofThisJava(ReadingLimits limits, int heapMegabytes) {
        return new ParserProcess(limits, heapMegabytes);
    }

    private ParserProcess(ReadingLimits limits, int heapMegabytes) {
        this.limits = limits;
        this.program = new ConfinedProgram(
                ParserProcess.class.getName(), new Allowance(heapMegabytes, limits.maxTime(), LARGEST_FILE));
    }

    public Reading read(Path file, @Nullable String declaredMediaType) {
        try (Room room = Room.anywhere()) {
            Path answer = room.file(ANSWER);
            Ending ending = program.run(
                    room,
                    List.of(
                            file.toAbsolutePath().toString(),
                            declaredMediaType == null || declaredMediaType.isBlank() ? "-" : declaredMediaType,
                            String.valueOf(limits.maxBytes()),
                            String.valueOf(limits.maxUnpackedBytes()),
                            String.valueOf(limits.maxCharacters()),
                            String.valueOf(limits.maxPages()),
                            String.valueOf(
                                    Math.max(1, limits.maxTime().minus(MARGIN).toSeconds())),
                            answer.toString()));
            return switch (ending) {
                case FINISHED -> answer(answer);
                case OUT_OF_MEMORY -> new Reading.NotUnderstood(Obstacle.OUT_OF_BOUNDS, "memory ran out");
                case OUT_OF_TIME ->
                    new Reading.NotUnderstood(
                            Obstacle.OUT_OF_BOUNDS,
                            "longer than " + limits.maxTime().toSeconds() + " s");
                case FAILED -> new Reading.NotUnderstood(Obstacle.DAMAGED, "the parser ended without an answer");
                case CANCELLED -> new Reading.NotUnderstood(Obstacle.OUT_OF_BOUNDS, "cancelled");
            };
        }
    }

    /// The child may have been taken over by what it read: nothing it wrote is trusted to be well formed or small.
    private static Reading answer(Path answer) {
        try {
            if (Files.size(answer) > LARGEST_ANSWER || !Files.isRegularFile(answer, LinkOption.NOFOLLOW_LINKS)) {
                return new Reading.NotUnderstood(Obstacle.OUT_OF_BOUNDS, "the parser answered too much");
            }
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(answer)))) {
                return ReadingStream.read(in);
            }
        } catch (IOException | RuntimeException malformed) {
            return new Reading.NotUnderstood(Obstacle.DAMAGED, "the parser gave no answer");
        }
    }

    /// The child's side of the protocol.
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("org.apache").setLevel(Level.OFF);
        ReadingLimits limits = new ReadingLimits(
                Long.parseLong(arguments[2]),
                Long.parseLong(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]),
                Duration.ofSeconds(Long.parseLong(arguments[6])));
        String declared = arguments[1].equals("-") ? null : arguments[1];
        Reading reading = DocumentReader.within(limits).read(Path.of(arguments[0]), declared);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[7]))))) {
            ReadingStream.write(reading, out);
        }
    }
}
