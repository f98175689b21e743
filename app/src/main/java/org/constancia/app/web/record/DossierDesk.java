package org.constancia.app.web.record;

import java.nio.file.Path;
import org.constancia.app.web.page.Language;

/// Makes the dossier of an event, which is logged.
public interface DossierDesk {
    /// A dossier that lies ready. Whoever takes it removes the file.
    ///
    /// @param name under which it is handed out
    record Ready(String name, Path file) {}

    Ready make(String eventId, Language language);
}
