package org.constancia.app.dossier;

import java.util.List;
import org.constancia.app.web.page.Language;

/// What somebody wants a dossier of.
///
/// @param event its identifier
/// @param language of the readable page and of the custody record; the records keep theirs
/// @param recipients age recipients to whom it is encrypted; nobody else can open it then
public record DossierRequest(String event, Language language, Disclosure disclosure, List<String> recipients) {
    public DossierRequest {
        recipients = List.copyOf(recipients);
    }
}
