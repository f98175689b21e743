package org.constancia.app.web.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import org.constancia.app.web.page.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The dossier of an event, made in the language of the page and handed out as a file. A form, since making it changes
/// the log.
@Controller
public final class DossierController {
    private final DossierDesk dossiers;

    public DossierController(DossierDesk dossiers) {
        this.dossiers = dossiers;
    }

    @PostMapping("/events/{id}/dossier")
    public void make(Page page, @PathVariable String id, HttpServletResponse response) throws IOException {
        DossierDesk.Ready ready = dossiers.make(id, page.language());
        try {
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(ready.file()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(ready.name())
                            .build()
                            .toString());
            Files.copy(ready.file(), response.getOutputStream());
        } finally {
            Files.deleteIfExists(ready.file());
        }
    }
}
