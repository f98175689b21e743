package org.constancia.app.dossier;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.constancia.app.dossier.print.DossierPrint;
import org.constancia.app.dossier.print.DossierText;
import org.constancia.app.dossier.print.DossierText.EndNote;
import org.constancia.app.log.Logged;
import org.constancia.app.log.RecordLog;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.Places;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.page.Words;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.core.time.PartialDate;
import org.constancia.evidence.archive.AgeEncryption;
import org.constancia.evidence.content.ContentStore;
import org.constancia.evidence.custody.CustodyRecord;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.dossier.BagFiles;
import org.constancia.evidence.dossier.BagPath;
import org.constancia.evidence.dossier.Dossier;
import org.constancia.evidence.dossier.DossierWriter;
import org.constancia.evidence.dossier.Proofs;
import org.constancia.evidence.json.CanonicalJson;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.LogPolicies;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.store.dossier.EnclosedRows;
import org.constancia.store.record.Change;
import org.constancia.store.record.CollectionRegister;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes dossiers of events.
///
/// Everything committed goes to the log first; then the record is read in one snapshot; then the payload is written,
/// the export logged with the digest of its manifest, and the proofs added, all under one checkpoint. Only a dossier
/// whose export is in the log comes into being.
public final class Dossiers {
    private final Records records;
    private final Supplier<Session> session;
    private final ContentStore contents;
    private final RecordLog log;
    private final Places places;
    private final Clock clock;

    public Dossiers(
            Records records,
            Supplier<Session> session,
            ContentStore contents,
            RecordLog log,
            Places places,
            Clock clock) {
        this.records = records;
        this.session = session;
        this.contents = contents;
        this.log = log;
        this.places = places;
        this.clock = clock;
    }

    /// What was made.
    ///
    /// @param entries of the log that are in it
    /// @param disclosed how many of them are disclosed
    /// @param manifest the digest of `manifest-sha512.txt`, which the log committed to
    public record Made(
            String event,
            String reference,
            Path file,
            int sources,
            int statements,
            int entries,
            int disclosed,
            String manifest) {}

    /// The record as it was read for a dossier.
    private record Read(EventMaterial material, List<Value> rivals, boolean fictional) {}

    /// Makes a dossier as a file.
    ///
    /// @throws ConstanciaException with [Problem#RECORD_NOT_FOUND] for an unknown event, [Problem#READ_ONLY]
    /// when the
    ///     log takes no entries, [Problem#CANNOT_WRITE_OUTPUT]; in every case there is no dossier then
    public Made create(DossierRequest request, Path file) {
        log.sequence();
        Read read = records.read(session.get(), jdbc -> {
            EventMaterial material = EventMaterial.read(jdbc, request.event(), request.disclosure(), places, clock);
            return new Read(
                    material,
                    rivals(jdbc, material),
                    CollectionRegister.isFictional(jdbc, session.get().collection()));
        });
        EventMaterial material = read.material();
        LoggedChanges changes = new LoggedChanges(log, material);
        Words words = Words.in(request.language());
        Instant made = clock.instant();
        List<CustodyRecord> custody = material.sources().stream()
                .map(item -> ItemCustody.of(item, changes.ofSource(item.entity()), words))
                .toList();
        byte[] json = CanonicalJson.bytes(new EventRecords(material, changes).json(made));
        byte[] pdf = DossierPrint.pdf(text(read, custody, words, made));
        String reference = material.page().reference();
        Dossier dossier = new Dossier(
                "constancia-" + reference.toLowerCase(Locale.ROOT) + "-"
                        + request.language().code(),
                files(material, json, new BagPath(words.say("dossier.file-name") + ".pdf"), pdf),
                custody,
                policies(),
                Map.of(
                        "External-Description",
                        "Dossier of the event " + reference,
                        "External-Identifier",
                        request.event()));
        return write(dossier, request, material, changes.choose(), file);
    }

    private Made write(
            Dossier dossier,
            DossierRequest request,
            EventMaterial material,
            List<LoggedChanges.Chosen> chosen,
            Path file) {
        AtomicReference<@Nullable Made> made = new AtomicReference<>();
        new Destination(file).write(out -> {
            OutputStream body = request.recipients().isEmpty() ? out : AgeEncryption.encrypt(out, request.recipients());
            try (BagFiles.Zip bag = new BagFiles.Zip(body, dossier.id())) {
                new DossierWriter(clock)
                        .write(
                                dossier,
                                manifest -> {
                                    Proofs proofs = new DossierProofs(log).prove(chosen, export(request, manifest));
                                    made.set(made(material, file, proofs, manifest));
                                    return proofs;
                                },
                                bag);
            }
        });
        return Objects.requireNonNull(made.get());
    }

    private static Made made(EventMaterial material, Path file, Proofs proofs, Sha512 manifest) {
        long disclosed = proofs.entries().stream()
                .filter(entry -> entry.opening().isPresent())
                .count();
        return new Made(
                material.event().toString(),
                material.page().reference(),
                file,
                material.sources().size(),
                material.statements().size(),
                proofs.entries().size(),
                (int) disclosed,
                manifest.hex());
    }

    /// Takes the export to the log. Who receives it stands in the record, not in the dossier.
    private Logged export(DossierRequest request, Sha512 manifest) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(Dossier.MANIFEST, manifest.hex());
        facts.put("language", request.language().code());
        facts.put("encrypted", !request.recipients().isEmpty());
        facts.put("whole", request.disclosure().isWhole());
        ChangeId change = records.write(
                        session.get(), writing -> writing.note(Change.Kind.DOSSIER_EXPORTED, request.event(), facts))
                .result();
        log.sequence();
        return log.findLogged(change)
                .orElseThrow(() -> new ConstanciaException(
                        Problem.READ_ONLY,
                        "The export could not be logged, so no dossier was made; see the page of the log"));
    }

    private List<Dossier.File> files(EventMaterial material, byte[] json, BagPath page, byte[] pdf) {
        List<Dossier.File> files = new ArrayList<>();
        for (SourceItem item : material.sources()) {
            files.add(new Dossier.File(item.original(), () -> contents.open(item.sha256())));
        }
        for (EnclosedRows.TextRow text : material.texts()) {
            byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
            files.add(new Dossier.File(
                    material.item(text.source()).working(text.layer()), () -> new ByteArrayInputStream(bytes)));
        }
        files.add(new Dossier.File(new BagPath("records.json"), () -> new ByteArrayInputStream(json)));
        files.add(new Dossier.File(page, () -> new ByteArrayInputStream(pdf)));
        return files;
    }

    /// What a policy looks like: one that demands both signatures of the log, and one for programs that check Ed25519
    /// only.
    private Map<String, String> policies() {
        List<List<VerifierKey>> keys = IntStream.rangeClosed(1, log.current().number())
                .mapToObj(number -> log.log(number).verifierKeys())
                .toList();
        return Map.of(
                "policy-both-signatures",
                LogPolicies.bothSignatures(keys),
                "policy-ed25519",
                LogPolicies.ed25519(keys));
    }

    private DossierText text(Read read, List<CustodyRecord> custody, Words words, Instant made) {
        EventMaterial material = read.material();
        return new DossierText(
                words,
                material.page(),
                material.statements().stream().map(one -> one.id().toString()).collect(Collectors.toSet()),
                material.withheld(),
                read.rivals(),
                material.sources().stream()
                        .map(item -> endNote(item, material, words))
                        .toList(),
                custody,
                Checkpoint.parse(log.current().checkpoint().text()),
                made,
                clock.getZone(),
                read.fictional());
    }

    private static EndNote endNote(SourceItem item, EventMaterial material, Words words) {
        @Nullable PartialDate published = Dates.read(item.row().published());
        String facts = Stream.of(
                        orEmpty(item.row().title()),
                        orEmpty(item.row().publisher()),
                        published == null ? "" : words.date(published),
                        orEmpty(item.row().url()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new EndNote(
                "/sources/" + item.row().id(),
                facts.isEmpty() ? "#" + item.row().number() : facts,
                item.original().value(),
                item.row().sha256(),
                item.row().sha512(),
                item.row().length(),
                material.passages().stream()
                        .filter(passage ->
                                passage.source().equals(item.row().id().value()))
                        .map(EnclosedRows.PassageRow::text)
                        .distinct()
                        .toList());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// The values on which statements in force differ.
    private static List<Value> rivals(JdbcClient jdbc, EventMaterial material) {
        Values values = Values.read(jdbc, material.subjects());
        return material.subjects().stream()
                .flatMap(subject -> values.listAll(subject).stream())
                .filter(value -> value.conflictHref() != null)
                .toList();
    }
}
