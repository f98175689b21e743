package org.constancia.evidence.unpack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.constancia.evidence.capture.CapturedPage;
import org.constancia.evidence.capture.WebArchive;
import org.constancia.evidence.json.Json;

/// Takes the documents out of a web archive: pages and files with text that were answered with success. What a page is
/// drawn with (images, styles, scripts), redirects and errors stay in the archive.
final class WebArchiveParts {
    private static final int MOST_HEADERS = 100;
    private static final Set<String> DOCUMENTS = Set.of(
            "text/html",
            "application/xhtml+xml",
            "application/pdf",
            "text/plain",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PartFiles files;
    private final Map<String, String> written = new HashMap<>();

    WebArchiveParts(PartFiles files) {
        this.files = files;
    }

    void read(Path archive, ContainerKind kind) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            WebArchive.Contents contents = kind == ContainerKind.WACZ
                    ? WebArchive.readWacz(in, files.left(), this::receive)
                    : WebArchive.readWarc(in, files.left(), this::receive);
            contents.pages().forEach(this::add);
            contents.rejections().forEach(files::remark);
        }
    }

    private void receive(String record, int status, String mediaType, InputStream body) throws IOException {
        if (!DOCUMENTS.contains(mediaType) || status < 200 || status > 299) return;
        String before = written.put(record, files.write(body, -1));
        if (before != null) files.discard(before);
    }

    private void add(CapturedPage page) {
        String file = written.get(page.record());
        boolean again = page.revisits() != null && files.has(page.revisits());
        boolean web = page.target().startsWith("http://") || page.target().startsWith("https://");
        if (file == null && !again || !web) {
            files.keep();
            return;
        }
        Json.Object part = Json.object()
                .with("mediaType", PartFiles.text(stated(page)))
                .with("target", PartFiles.text(page.target()))
                .with("at", page.capturedAt().toString())
                .with("status", page.status())
                .with("headers", headers(page.headers()))
                .with("digest", page.digest().name());
        if (file != null) part = part.with("file", file);
        else if (page.revisits() != null) part = part.with("sameAs", page.revisits());
        files.add(page.record(), part);
    }

    /// With its character set, where the server stated one.
    private static String stated(CapturedPage page) {
        return page.headers()
                .getOrDefault("content-type", List.of(page.mediaType()))
                .getFirst();
    }

    private static Json.Object headers(Map<String, List<String>> headers) {
        Map<String, List<Json>> kept = new LinkedHashMap<>();
        int count = 0;
        for (Map.Entry<String, List<String>> header : new TreeMap<>(headers).entrySet()) {
            for (String value : header.getValue()) {
                if (count++ >= MOST_HEADERS) break;
                kept.computeIfAbsent(PartFiles.text(header.getKey()), _ -> new ArrayList<>())
                        .add(Json.text(PartFiles.text(value)));
            }
        }
        Map<String, Json> object = new TreeMap<>();
        kept.forEach((name, values) -> object.put(name, new Json.Array(values)));
        return new Json.Object(object);
    }
}
