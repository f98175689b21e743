package org.constancia.app.dossier;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.constancia.app.web.page.Words;
import org.constancia.evidence.custody.CustodyField;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.custody.CustodyValue;
import org.constancia.evidence.custody.CustodyValue.Known;
import org.constancia.evidence.custody.CustodyValue.NotApplicable;
import org.constancia.evidence.custody.CustodyValue.Unknown;
import org.constancia.evidence.log.LogEntry;
import org.constancia.store.source.CaptureRow;
import org.constancia.store.source.PartRows.MetadataRow;
import org.constancia.store.source.PartRows.PartRow;
import org.jspecify.annotations.Nullable;

/// The custody record of a preserved item, from what the record and its log know. What nobody recorded is said to be
/// unknown; nothing is inferred.
final class ItemCustody {
    private static final Set<String> WEB = Set.of("text/html", "application/xhtml+xml");
    private static final Set<String> WEB_ARCHIVES =
            Set.of("application/warc", "application/wacz", "application/wacz+zip");

    private final SourceItem item;
    private final List<LoggedChanges.Entry> entries;
    private final String mediaType;
    private final Words words;

    private ItemCustody(SourceItem item, List<LoggedChanges.Entry> entries, Words words) {
        this.item = item;
        this.words = words;
        this.entries = entries;
        @Nullable String declared = item.row().mediaType();
        this.mediaType = declared == null
                ? ""
                : declared.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    }

    static CustodyRecord of(SourceItem item, List<LoggedChanges.Entry> entries, Words words) {
        ItemCustody custody = new ItemCustody(item, entries, words);
        Map<CustodyField, CustodyValue> values = new EnumMap<>(CustodyField.class);
        for (CustodyField field : CustodyField.values()) values.put(field, custody.value(field));
        return new CustodyRecord("source-" + item.row().number(), values);
    }

    private CustodyValue value(CustodyField field) {
        return switch (field) {
            case ITEM -> new Known("#" + item.row().number() + ", " + item.entity());
            case DIGESTS ->
                new Known("SHA-256 " + item.row().sha256() + ", SHA-512 "
                        + item.row().sha512());
            case CLAIMED_SOURCE -> claimedSource();
            case PAGE_SOURCE -> pageSource();
            case FULL_CAPTURE ->
                WEB.contains(mediaType) || isWebArchive() ? new Unknown(say("no-capture")) : notAPage();
            case EMBEDDED_MEDIA ->
                isWebArchive()
                        ? new Known(say("embedded-in-archive"))
                        : WEB.contains(mediaType)
                                ? new Unknown(say("embedded-not-captured"))
                                : new NotApplicable(say("one-file"));
            case EMBEDDED_METADATA -> metadata();
            case CONTEXT -> context();
            case COLLECTOR -> collector();
            case TIME -> new Unknown(say("time", item.row().receivedAt().toString()));
            case TOOL -> new Unknown(say("tool"));
            case MACHINE -> machine();
            case EVENTS -> events();
            case LEGAL_BASIS -> new Unknown(say("not-recorded"));
        };
    }

    private CustodyValue pageSource() {
        List<PartRow> pages = item.origins().stream()
                .filter(origin -> origin.target() != null)
                .toList();
        if (!pages.isEmpty()) {
            return new Known(pages.stream().map(this::captured).collect(Collectors.joining("; ")));
        }
        if (WEB.contains(mediaType)) return new Known(say("page-itself"));
        return isWebArchive() ? new Known(say("in-archive")) : notAPage();
    }

    private String captured(PartRow page) {
        return say(
                "page-captured",
                Long.toString(page.number()),
                String.valueOf(page.target()),
                String.valueOf(page.capturedAt()),
                String.valueOf(page.status()),
                say("digest." + (page.digest() == null ? "none" : page.digest())));
    }

    /// The position that a photo gives stays in the original: in a custody record it could lead to somebody.
    private CustodyValue metadata() {
        if (mediaType.equals("text/plain")) return new NotApplicable(say("plain-text"));
        if (item.metadata().isEmpty()) return new Unknown(say("metadata-in-original"));
        MetadataRow found = item.metadata().get();
        if (found.reason() != null) return new Unknown(say("metadata-unreadable", found.tool(), found.reason()));
        return new Known(say(
                "metadata-read",
                found.tool(),
                found.taken() == null ? "–" : found.taken(),
                found.camera() == null ? "–" : found.camera(),
                say(found.c2pa() ? "c2pa" : "no-c2pa")));
    }

    private boolean isWebArchive() {
        return WEB_ARCHIVES.contains(mediaType);
    }

    private CustodyValue notAPage() {
        return new NotApplicable(say("no-page"));
    }

    private CustodyValue claimedSource() {
        @Nullable String url = item.row().url();
        if (url != null) return new Known(url);
        @Nullable String publisher = item.row().publisher();
        if (publisher != null) return new Known(publisher);
        return new Unknown(say("no-address"));
    }

    private CustodyValue context() {
        String known = Stream.of(
                        named("named.title", item.row().title()),
                        named("named.author", item.row().author()),
                        named("named.published", item.row().published()),
                        named("named.file", item.fileName()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return known.isEmpty() ? new Unknown(say("not-recorded")) : new Known(known);
    }

    private String say(String key, Object... arguments) {
        return words.say("custody." + key, arguments);
    }

    private String named(String name, @Nullable String value) {
        return value == null || value.isBlank() ? "" : say(name, value);
    }

    /// By pseudonym: the log's, not the name of the account.
    private CustodyValue collector() {
        String actors = entries.stream()
                .filter(entry -> entry.kind().equals("source.captured"))
                .map(entry -> LogEntry.parse(entry.logged().entry()).actor())
                .distinct()
                .collect(Collectors.joining(", "));
        return actors.isEmpty() ? new Unknown(say("not-recorded")) : new Known(actors);
    }

    private CustodyValue machine() {
        Set<String> origins = item.captures().stream().map(CaptureRow::origin).collect(Collectors.toSet());
        return Set.of("file", "upload", "paste").containsAll(origins) && !origins.isEmpty()
                ? new Known(say("own-machine", String.join(", ", new TreeSet<>(origins))))
                : new Unknown(say("not-recorded"));
    }

    private CustodyValue events() {
        String events = entries.stream()
                .filter(entry -> isCustodyEvent(entry.kind()))
                .map(this::event)
                .collect(Collectors.joining("; "));
        return events.isEmpty() ? new Unknown(say("not-recorded")) : new Known(events);
    }

    private static boolean isCustodyEvent(String kind) {
        return kind.startsWith("source.")
                || Set.of("page.captured", "metadata.read", "import.made").contains(kind);
    }

    /// The bytes never change, so the digest before and after is that of receipt.
    private String event(LoggedChanges.Entry entry) {
        LogEntry leaf = LogEntry.parse(entry.logged().entry());
        return say(
                "event",
                leaf.time().toString(),
                entry.kind().equals("source.captured") ? say("received") : words.code("change", entry.kind()),
                leaf.actor(),
                item.row().sha256().substring(0, 12),
                Long.toString(entry.logged().index()));
    }
}
