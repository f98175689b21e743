package org.constancia.evidence.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;

/// The entries of a dossier, each proven to be in the log, and what those that are disclosed say.
final class DisclosedEntries {
    private final List<Long> indices = new ArrayList<>();
    private final Map<Long, Opening> openings = new LinkedHashMap<>();
    private final Map<String, Json.Object> payloads = new LinkedHashMap<>();

    private DisclosedEntries() {}

    static DisclosedEntries check(OpenDossier dossier, Policy policy, Checkpoint checkpoint) throws IOException, Ended {
        DisclosedEntries entries = new DisclosedEntries();
        for (String file : dossier.list("proofs")) {
            String base = file.replaceFirst("\\.(tlog-proof|entry\\.json|opening\\.json)$", "");
            if (file.endsWith(".tlog-proof")) {
                entries.add(dossier, base, policy, checkpoint);
            } else if (!base.equals(file) && !dossier.has(base + ".tlog-proof")) {
                throw Ended.invalid(file, "an entry without proof");
            }
        }
        if (entries.indices.isEmpty()) {
            throw Ended.cannotTell("proofs", "the dossier holds no proof");
        }
        return entries;
    }

    private void add(OpenDossier dossier, String base, Policy policy, Checkpoint checkpoint) throws IOException, Ended {
        String file = base + ".tlog-proof";
        byte[] bytes = dossier.read(base + ".entry.json");
        LogProof proof = dossier.parse(file, LogProof::parse);
        if (!base.equals("proofs/" + proof.index())) {
            throw Ended.invalid(file, "named for another entry than it proves");
        }
        switch (proof.verify(bytes, policy)) {
            case LogProof.Result.Proven proven -> {
                if (!proven.checkpoint().checkpoint().equals(checkpoint)) {
                    throw Ended.invalid(file, "a proof under another checkpoint than the dossier's");
                }
            }
            case LogProof.Result.Refused(String place, String reason) ->
                throw Ended.invalid(file + " (" + place + ")", reason);
        }
        indices.add(proof.index());
        if (dossier.has(base + ".opening.json")) {
            open(dossier, base, proof.index());
        }
    }

    private void open(OpenDossier dossier, String base, long index) throws IOException, Ended {
        String place = base + ".opening.json";
        Opening opening = dossier.parse(place, Opening::parse);
        LogEntry entry = dossier.parse(base + ".entry.json", LogEntry::parse);
        if (!opening.opens(entry.commitment())) {
            throw Ended.invalid(place, "salt and payload do not open the entry's commitment");
        }
        if (opening.file().isPresent()) {
            String file = "data/" + opening.file().get().value();
            if (!dossier.has(file)) {
                throw Ended.invalid(file, "missing, though an entry names it");
            }
            if (!opening.isAbout(dossier.digest(file))) {
                throw Ended.invalid(file, "not the file that the log entry commits to");
            }
        }
        openings.put(index, opening);
        opening.payload().findText("change").ifPresent(change -> payloads.put(change, opening.payload()));
    }

    /// Requires that one of the entries is the export of this very dossier.
    void requireExport(OpenDossier dossier) throws Ended {
        Sha512 manifest = Sha512.digestOf(dossier.read("manifest-sha512.txt"));
        if (openings.values().stream().noneMatch(opening -> opening.isExportOf(manifest))) {
            throw Ended.invalid("manifest-sha512.txt", "no log entry commits to this dossier");
        }
    }

    int count() {
        return indices.size();
    }

    int disclosed() {
        return openings.size();
    }

    /// How many of the entries a checkpoint of this size covers.
    long countBefore(long size) {
        return indices.stream().filter(index -> index < size).count();
    }

    /// What a change said when it was logged.
    Optional<Json.Object> find(String change) {
        return Optional.ofNullable(payloads.get(change));
    }

    /// What each disclosed entry says, in the order of the log.
    List<Json.Object> payloads() {
        return openings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().payload())
                .toList();
    }
}
