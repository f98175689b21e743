package org.constancia.evidence.verifier;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.evidence.digest.Sha512;
import org.constancia.evidence.dossier.Opening;
import org.constancia.evidence.json.Json;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.LogProof;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;

/// The entries of a dossier, each proven to be in the log, and what those that are disclosed say. Entries of earlier
/// logs
/// that ended lie in directories of their own, with the checkpoint that they are proven under.
final class DisclosedEntries {
    private static final Pattern FILE =
            Pattern.compile("(proofs/(?:log-([1-9][0-9]{0,8})/)?)([^/]+)\\.(tlog-proof|entry\\.json|opening\\.json)");

    /// The last log, whose number the dossier does not say, comes after the earlier ones.
    private static final int LAST = Integer.MAX_VALUE;

    private record Place(int log, long index) {}

    private final OpenDossier dossier;
    private final Policy policy;
    private final Map<Integer, Checkpoint> checkpoints = new HashMap<>();
    private final TreeSet<Place> places =
            new TreeSet<>(Comparator.comparingInt(Place::log).thenComparingLong(Place::index));
    private final TreeMap<Place, Opening> openings = new TreeMap<>(places.comparator());
    private final Map<String, Json.Object> payloads = new HashMap<>();

    private DisclosedEntries(OpenDossier dossier, Policy policy) {
        this.dossier = dossier;
        this.policy = policy;
    }

    /// @param checkpoint of the last log, which was accepted
    static DisclosedEntries check(OpenDossier dossier, Policy policy, Checkpoint checkpoint) throws IOException, Ended {
        DisclosedEntries entries = new DisclosedEntries(dossier, policy);
        entries.checkpoints.put(LAST, checkpoint);
        for (String file : dossier.list("proofs")) {
            Matcher parts = FILE.matcher(file);
            if (parts.matches()) {
                entries.look(parts);
            }
        }
        if (entries.places.isEmpty()) {
            throw Ended.cannotTell("proofs", "the dossier holds no proof");
        }
        return entries;
    }

    private void look(Matcher file) throws IOException, Ended {
        String directory = file.group(1);
        String base = directory + file.group(3);
        if (file.group(4).equals("tlog-proof")) {
            add(directory.equals("proofs/") ? LAST : Integer.parseInt(file.group(2)), directory, base);
        } else if (!dossier.has(base + ".tlog-proof")) {
            throw Ended.invalid(file.group(), "an entry without proof");
        }
    }

    private Checkpoint checkpoint(int log, String directory) throws Ended {
        Checkpoint known = checkpoints.get(log);
        if (known != null) {
            return known;
        }
        String place = directory + "checkpoint";
        return switch (policy.judge(dossier.parse(place, SignedNote::parse))) {
            case Policy.Judgement.Refused(String reason) -> throw Ended.invalid(place, reason);
            case Policy.Judgement.Accepted accepted -> {
                checkpoints.put(log, accepted.checkpoint());
                yield accepted.checkpoint();
            }
        };
    }

    private void add(int log, String directory, String base) throws IOException, Ended {
        String file = base + ".tlog-proof";
        byte[] bytes = dossier.read(base + ".entry.json");
        LogProof proof = dossier.parse(file, LogProof::parse);
        if (!base.equals(directory + proof.index())) {
            throw Ended.invalid(file, "named for another entry than it proves");
        }
        switch (proof.verify(bytes, policy)) {
            case LogProof.Result.Proven proven -> {
                if (!proven.checkpoint().checkpoint().equals(checkpoint(log, directory))) {
                    throw Ended.invalid(file, "a proof under another checkpoint than the one beside it");
                }
            }
            case LogProof.Result.Refused(String place, String reason) ->
                throw Ended.invalid(file + " (" + place + ")", reason);
        }
        Place place = new Place(log, proof.index());
        places.add(place);
        if (dossier.has(base + ".opening.json")) {
            open(base, place);
        }
    }

    private void open(String base, Place entryPlace) throws IOException, Ended {
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
        openings.put(entryPlace, opening);
        opening.payload().findText("change").ifPresent(change -> payloads.put(change, opening.payload()));
    }

    /// Requires that one of the entries is the export of this very dossier.
    void requireExport() throws Ended {
        Sha512 manifest = Sha512.digestOf(dossier.read("manifest-sha512.txt"));
        if (openings.values().stream().noneMatch(opening -> opening.isExportOf(manifest))) {
            throw Ended.invalid("manifest-sha512.txt", "no log entry commits to this dossier");
        }
    }

    int count() {
        return places.size();
    }

    int disclosed() {
        return openings.size();
    }

    /// How many of the entries a checkpoint of the last log with this size covers.
    long countBefore(long size) {
        return places.stream()
                .filter(place -> place.log() == LAST && place.index() < size)
                .count();
    }

    /// What a change said when it was logged.
    Optional<Json.Object> find(String change) {
        return Optional.ofNullable(payloads.get(change));
    }

    /// What each disclosed entry says, in the order of the logs.
    List<Json.Object> payloads() {
        return openings.values().stream().map(Opening::payload).toList();
    }
}
