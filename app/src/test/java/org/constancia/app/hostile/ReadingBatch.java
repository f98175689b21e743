package org.constancia.app.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.constancia.core.confine.Room;
import org.constancia.evidence.metadata.MetadataProgram;
import org.constancia.evidence.metadata.MetadataReader;
import org.constancia.evidence.unpack.ContainerKind;
import org.constancia.evidence.unpack.UnpackProgram;
import org.constancia.text.document.ParserProcess;

/// Reads many files in one confined process, by the entries of the programs that read one file each in use. What it was
/// at is in its journal, so that the parent knows which file it died of. Text is recognised only in pictures whose
/// name asks for it: that is another program, which takes most of the time.
///
/// Arguments: FOLDER JOURNAL FIRST
final class ReadingBatch {
    private ReadingBatch() {}

    public static void main(String[] arguments) throws IOException {
        Path journal = Path.of(arguments[1]);
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        for (Path file : files.subList(Integer.parseInt(arguments[2]), files.size())) {
            long start = System.nanoTime();
            write(journal, "start " + file.getFileName());
            read(file);
            write(journal, "end " + file.getFileName() + " " + (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static void read(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(ContainerKind.HEAD);
        }
        try (Room room = Room.anywhere()) {
            Optional<ContainerKind> kind = ContainerKind.of(head);
            if (kind.isPresent()) {
                UnpackProgram.main(new String[] {
                    file.toString(), kind.get().name(), room.folder().toString(), "10000", String.valueOf(2L << 30)
                });
            }
            if (MetadataReader.isMedia(head)) {
                MetadataProgram.main(
                        new String[] {file.toString(), room.file("metadata").toString()});
            }
            if (MetadataReader.isMedia(head) && !file.getFileName().toString().contains("recognise")) return;
            ParserProcess.main(new String[] {
                file.toString(),
                "-",
                String.valueOf(64L << 20),
                String.valueOf(256L << 20),
                "10000000",
                "5000",
                "50",
                room.file("reading").toString()
            });
        }
    }

    private static void write(Path journal, String line) throws IOException {
        Files.writeString(
                journal, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
