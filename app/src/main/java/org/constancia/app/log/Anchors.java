package org.constancia.app.log;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.log.LogEntry;
import org.constancia.evidence.log.TransparencyLog;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.evidence.time.StampRenewal;
import org.constancia.evidence.time.TimestampAuthority;
import org.constancia.evidence.time.TimestampQueue;
import org.constancia.evidence.witness.Witness;
import org.constancia.evidence.witness.WitnessRequest;

/// What vouches for checkpoints of the log from outside: time stamps, witnesses, paper. Nothing of it is
/// needed for the log to be right; each of it makes it harder to deny.
///
/// A checkpoint is sent to the time-stamp authorities when the log has grown by more than anchors and an hour
/// has passed since the last one that was sent. An authority that does not answer is asked again.
public final class Anchors implements Coverage.Source {
    /// How long after one checkpoint the next one may be sent.
    public static final Duration CADENCE = Duration.ofHours(1);

    private static final Set<String> OF_THE_LOG_ITSELF = Set.of("anchor.added", "scrub.done", "origin");
    private static final long LOOKED_AT = 2048;
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration RENEWALS_LOOKED_AT_EVERY = Duration.ofDays(1);

    private final AnchorFiles files;
    private final List<TimestampAuthority> authorities;
    private final TimestampQueue queue;
    private final StampRenewal renewal;
    private final Supplier<TransparencyLog> log;
    private final Clock clock;
    private List<Anchored> remembered = List.of();
    private Instant rememberedAt = Instant.MIN;
    private Instant queuedAt = Instant.MIN;
    private Instant renewalsLookedAt = Instant.MIN;

    Anchors(
            Path directory,
            List<TimestampAuthority> authorities,
            Supplier<TransparencyLog> log,
            Clock clock,
            SecureRandom random) {
        this.files = new AnchorFiles(directory);
        this.authorities = List.copyOf(authorities);
        this.queue = new TimestampQueue(directory, authorities, random);
        this.renewal = new StampRenewal(queue, authorities, random, clock);
        this.log = log;
        this.clock = clock;
    }

    /// The names of the authorities that are asked.
    public List<String> authorities() {
        return authorities.stream().map(TimestampAuthority::name).toList();
    }

    /// All anchored checkpoints, the oldest first.
    public synchronized List<Anchored> list() {
        if (rememberedAt.plus(REMEMBERED).isBefore(clock.instant())) {
            remembered = files.list(authorities());
            rememberedAt = clock.instant();
        }
        return remembered;
    }

    /// The stamps themselves, for whoever hands them on.
    public List<TimestampQueue.Anchored> stamped() {
        return queue.list();
    }

    @Override
    public Coverage of(int number, long index) {
        List<Anchored> covering = list().stream()
                .filter(each -> each.log() == number && each.size() > index)
                .toList();
        if (covering.isEmpty()) return Coverage.NONE;
        Optional<Instant> stampedAt = covering.stream()
                .flatMap(each -> each.stamps().stream())
                .map(Anchored.Stamp::time)
                .min(Instant::compareTo);
        return new Coverage(
                stampedAt,
                covering.stream()
                        .flatMap(each -> each.cosignatures().stream())
                        .map(Anchored.Cosignature::witness)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// Sends the last checkpoint to the authorities when it is time to, and asks again for what is missing.
    ///
    /// @return the stamps that came in
    public List<Came> work() {
        if (authorities.isEmpty()) return List.of();
        if (isTime()) queueNow();
        return ask();
    }

    /// Sends the last checkpoint to the authorities now.
    public List<Came> stampNow() {
        queueNow();
        return ask();
    }

    /// Renews the stamps whose certificates end soon. Looked at once a day.
    ///
    /// @return what was renewed, or could not be; empty when it is not time to look
    Optional<StampRenewal.Outcome> renewDue() {
        if (authorities.isEmpty()) return Optional.empty();
        if (clock.instant().isBefore(renewalsLookedAt.plus(RENEWALS_LOOKED_AT_EVERY))) return Optional.empty();
        renewalsLookedAt = clock.instant();
        return Optional.of(renewal.work());
    }

    /// Renews now.
    ///
    /// @param all every stamp, due or not
    /// @param rehash whether to begin a new chain with the strongest hash
    public StampRenewal.Outcome renew(boolean all, boolean rehash) {
        return all || rehash ? renewal.renewAll(rehash) : renewal.work();
    }

    /// A stamp that came in.
    public record Came(Anchored anchored, Anchored.Stamp stamp) {}

    private List<Came> ask() {
        Set<String> before = stamps(files.list(authorities())).keySet();
        queue.work();
        forget();
        return stamps(list()).entrySet().stream()
                .filter(stamp -> !before.contains(stamp.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, Came> stamps(List<Anchored> anchored) {
        return anchored.stream()
                .flatMap(each -> each.stamps().stream().map(stamp -> new Came(each, stamp)))
                .collect(Collectors.toMap(
                        came -> came.anchored().log() + "-" + came.anchored().size() + "-"
                                + came.stamp().authority(),
                        came -> came,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private void queueNow() {
        TransparencyLog current = log.get();
        if (current.size() == 0) return;
        queue.add(current.checkpoint());
        queuedAt = clock.instant();
        forget();
    }

    private boolean isTime() {
        if (clock.instant().isBefore(queuedAt.equals(Instant.MIN) ? Instant.MIN : queuedAt.plus(CADENCE))) return false;
        TransparencyLog current = log.get();
        long last = list().stream()
                .filter(each -> each.log() == current.number())
                .mapToLong(Anchored::size)
                .max()
                .orElse(0);
        long from = Math.max(last, current.size() - LOOKED_AT);
        if (from > last) return true;
        for (long index = from; index < current.size(); index++) {
            if (!OF_THE_LOG_ITSELF.contains(LogEntry.parse(current.entry(index)).type())) return true;
        }
        return false;
    }

    /// What to give a witness on a stick.
    ///
    /// @param seen how many entries it cosigned last, 0 when it never did
    public WitnessRequest witnessRequest(long seen) {
        return WitnessRequest.of(log.get(), seen);
    }

    /// How many entries of the current log a witness has cosigned, as far as its answers came back.
    public long lastSeenBy(String witness) {
        int number = log.get().number();
        return list().stream()
                .filter(each -> each.log() == number)
                .filter(each -> each.cosignatures().stream()
                        .anyMatch(cosignature -> cosignature.witness().equals(witness)))
                .mapToLong(Anchored::size)
                .max()
                .orElse(0);
    }

    /// Takes the answer of a witness in.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when it is about no checkpoint of this log or not signed by
    ///     the witness
    public Anchored importCosignature(SignedNote answer, VerifierKey witness) {
        SignedNote checkpoint = ownCheckpoint(answer);
        SignedNote merged = Witness.merge(new SignedNote(checkpoint.text(), List.of()), answer, witness);
        files.addCosignature(checkpoint, merged.signatures().getFirst(), witness);
        return reread(checkpoint);
    }

    /// Notes that a checkpoint was left somewhere on paper.
    public Anchored deposit(SignedNote checkpoint, LocalDate day, String where) {
        files.addDeposit(checkpoint, new Anchored.Deposit(day, where));
        return reread(checkpoint);
    }

    private Anchored reread(SignedNote checkpoint) {
        forget();
        Checkpoint head = Checkpoint.parse(checkpoint.text());
        return list().stream()
                .filter(each -> each.log() == AnchorFiles.number(head.origin()) && each.size() == head.size())
                .findFirst()
                .orElseThrow();
    }

    /// The checkpoint an answer is about. The answer alone does not bear the log's signatures, so that a log
    /// that has grown since still must hold the same root, and the note kept is one the log signed.
    private SignedNote ownCheckpoint(SignedNote answer) {
        TransparencyLog current = log.get();
        Checkpoint head = Checkpoint.parse(answer.text());
        if (!current.isExtensionOf(head)) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The answer is about no checkpoint of this log")
                    .with("origin", head.origin())
                    .with("size", head.size());
        }
        return current.sign(head);
    }

    private synchronized void forget() {
        rememberedAt = Instant.MIN;
    }

    /// Lines for people: what is missing and why.
    public List<String> missing() {
        List<String> lines = new ArrayList<>();
        for (Anchored each : list()) {
            for (String authority : each.waitingFor()) lines.add(authority + ": " + each.log() + "-" + each.size());
        }
        return lines;
    }
}
