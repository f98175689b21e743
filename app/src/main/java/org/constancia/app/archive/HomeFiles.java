package org.constancia.app.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which files of a home directory are archived as they are, besides the content store and the logs: all but those that
/// can be made again or belong to one machine. What a later version keeps there is therefore not forgotten.
final class HomeFiles {
    static final String CONTENTS = "contents";
    static final String LOG = "log";
    static final String CHECKPOINTS = "checkpoints";

    /// The bundled server and its programs, what is being read, the demonstration (a home of its own), the password of
    /// a role of another server; and what is archived in its own way.
    private static final Set<String> LEFT_OUT = Set.of(
            "db",
            "postgres",
            "reading",
            "demo",
            "application.password",
            RestoringMark.NAME,
            CONTENTS,
            LOG,
            CHECKPOINTS,
            "lost+found");

    private HomeFiles() {}

    /// The files, as paths below the home in order.
    static List<Path> list(Path home, Path checkpointCopy) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path each : archivedIn(home)) {
            try (Stream<Path> files = Files.walk(each)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> !file.startsWith(checkpointCopy))
                        .filter(file -> isArchived(file.getFileName().toString()))
                        .map(home::relativize)
                        .forEach(found::add);
            }
        }
        found.sort(null);
        return found;
    }

    /// The server's directory is not even entered: its files come and go.
    private static List<Path> archivedIn(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.filter(
                            entry -> !LEFT_OUT.contains(entry.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean isArchived(String name) {
        return !name.endsWith(".partial") && !name.endsWith(".lock") && !name.startsWith(".");
    }
}
