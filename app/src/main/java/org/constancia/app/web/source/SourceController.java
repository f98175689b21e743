package org.constancia.app.web.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.SeeOther;
import org.constancia.app.web.page.Templates;
import org.constancia.app.web.source.NewSourcePage.Missing;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// Preserved sources, and the form that brings one in.
@Controller
public final class SourceController {
    private final Templates templates;
    private final Sources sources;

    public SourceController(Templates templates, Sources sources) {
        this.templates = templates;
        this.sources = sources;
    }

    @GetMapping("/sources")
    public View list(Page page, @RequestParam(name = "page", defaultValue = "1") int number) {
        return templates.show("list", page, sources.list(Math.max(1, number)));
    }

    @GetMapping("/sources/{id}")
    public View source(Page page, @PathVariable String id) {
        return templates.show("source", page, sources.getSource(id));
    }

    /// The bytes as they were brought in, as a download: the browser must never run or show a preserved page as ours.
    @GetMapping("/sources/{id}/original")
    public ResponseEntity<InputStreamResource> original(@PathVariable String id) {
        SourcePage source = sources.getSource(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(source.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(source.sha256() + ".bin")
                                .build()
                                .toString())
                .body(new InputStreamResource(sources.openOriginal(id)));
    }

    @PostMapping("/sources/{id}/family/confirm")
    public View confirmFamily(@PathVariable String id, @RequestParam(defaultValue = "") String back) {
        sources.confirmFamily(id);
        return back(back, id, "family-confirmed");
    }

    @PostMapping("/sources/{id}/family/separate")
    public View separate(@PathVariable String id, @RequestParam(defaultValue = "") String back) {
        sources.separate(id);
        return back(back, id, "family-separated");
    }

    @PostMapping("/sources/{id}/family/put-back")
    public View putBack(@PathVariable String id, @RequestParam(defaultValue = "") String back) {
        sources.putBack(id);
        return back(back, id, "family-put-back");
    }

    /// The page the form says it was on, if it is one of ours.
    private static View back(String back, String id, String notice) {
        boolean ours = back.matches("/(inbox|sources)([/?#][\\w./?#&=%-]*)?");
        return SeeOther.withNotice(ours ? back : "/sources/" + id, notice);
    }

    @GetMapping("/sources/new")
    public View form(Page page) {
        return templates.show("new-source", page, NewSourcePage.empty());
    }

    @PostMapping("/sources/new")
    public View bring(
            Page page,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String outlet,
            @RequestParam(defaultValue = "") String published,
            @RequestParam(defaultValue = "") String address) {
        @Nullable String fileName = file == null ? null : emptyToNull(file.getOriginalFilename());
        NewSourcePage again = new NewSourcePage(text, outlet, published, address, Missing.NOTHING);
        if (fileName == null && text.isBlank()) return templates.show("new-source", page, again.with(Missing.CONTENT));
        if (!published.isBlank() && PartialDate.find(published).isEmpty()) {
            return templates.show("new-source", page, again.with(Missing.READABLE_DATE));
        }
        try (InputStream content = file == null || fileName == null
                ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
                : file.getInputStream()) {
            String id =
                    sources.bring(new NewSource(fileName, content, outlet.strip(), published.strip(), address.strip()));
            return SeeOther.withNotice("/sources/" + id, "preserved");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
