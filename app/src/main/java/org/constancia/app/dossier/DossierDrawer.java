package org.constancia.app.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.constancia.app.web.page.Language;
import org.constancia.app.web.record.DossierDesk;

/// Dossiers for the pages: whole ones, made in a directory that only the operator reads and kept there until they are
/// handed out.
public final class DossierDrawer implements DossierDesk {
    private final Dossiers dossiers;
    private final Path directory;

    /// @param directory for the files on their way
    public DossierDrawer(Dossiers dossiers, Path directory) {
        this.dossiers = dossiers;
        this.directory = directory;
    }

    @Override
    public Ready make(String eventId, Language language) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Path file = directory.resolve(UUID.randomUUID() + ".zip");
        Dossiers.Made made = dossiers.create(new DossierRequest(eventId, language, Disclosure.ALL, List.of()), file);
        return new Ready("constancia-" + made.reference() + "-" + language.code() + ".zip", file);
    }
}
