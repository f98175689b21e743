package org.constancia.app.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final Set<String> SECRET = Set.of("content.key", "keys");

    private HomeFiles() {}

    /// The files, as paths below the home in order; keys come before anything that needs them.
    static List<Path> list(Path home, Path checkpointCopy) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(checkpointCopy))
                    .map(home::relativize)
                    .filter(file -> !LEFT_OUT.contains(file.getName(0).toString()))
                    .filter(file -> isArchived(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /// Whether whoever has this file can sign or look up blobs in the record's name.
    static boolean isSecret(Path file) {
        return SECRET.contains(file.getName(0).toString());
    }

    private static boolean isArchived(String name) {
        return !name.endsWith(".partial") && !name.endsWith(".lock") && !name.startsWith(".");
    }
}
