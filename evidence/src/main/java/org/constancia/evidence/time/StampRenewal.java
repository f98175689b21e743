package org.constancia.evidence.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.constancia.evidence.note.SignedNote;

/// Keeps time stamps alive. A stamp can be checked as long as its authority's certificate lasts and its hash
/// holds; before that ends, an evidence record over the checkpoint's text and the stamp is begun, and later
/// renewed.
///
/// Due is a stamp a year before its certificates end, but not before half their life is over, so that an
/// authority with short certificates is not asked without end.
public final class StampRenewal {
    private static final Duration AHEAD = Duration.ofDays(365);

    private final TimestampQueue queue;
    private final List<TimestampAuthority> authorities;
    private final SecureRandom random;
    private final Clock clock;

    /// @param queue keeps the stamps and their records
    /// @param authorities asked for renewals, the first first
    public StampRenewal(TimestampQueue queue, List<TimestampAuthority> authorities, SecureRandom random, Clock clock) {
        this.queue = queue;
        this.authorities = List.copyOf(authorities);
        this.random = random;
        this.clock = clock;
    }

    /// A stamp and what keeps it alive.
    private record Kept(SignedNote checkpoint, TimestampQueue.Stamp stamp) {
        List<byte[]> group() {
            return StampRenewal.group(checkpoint.text(), stamp.timestamp().bytes());
        }

        Optional<EvidenceRecord> record() {
            return stamp.renewal();
        }

        Instant until() {
            return record().map(EvidenceRecord::until).orElseGet(stamp.timestamp()::expiry);
        }

        boolean isDue(Instant now) {
            Instant set = record().map(EvidenceRecord::renewed).orElseGet(stamp.timestamp()::time);
            Instant half = set.plus(Duration.between(set, until()).dividedBy(2));
            Instant ahead = until().minus(AHEAD);
            return !now.isBefore(ahead.isAfter(half) ? ahead : half);
        }
    }

    /// What was renewed.
    ///
    /// @param stamps how many time stamps have a new archive time stamp over them
    /// @param authority who set it, empty when there was nothing to do
    /// @param tooLate how many of them had ended before: their record proves the later time only
    /// @param missing why nobody could be asked, one line for each that failed
    public record Outcome(int stamps, String authority, int tooLate, List<String> missing) {
        public Outcome {
            missing = List.copyOf(missing);
        }
    }

    /// Renews what is due.
    public Outcome work() {
        Instant now = clock.instant();
        return renew(kept -> kept.isDue(now), false);
    }

    /// Renews every stamp now.
    ///
    /// @param rehash whether to begin a new chain with the strongest hash, over everything so far
    public Outcome renewAll(boolean rehash) {
        return renew(kept -> true, rehash);
    }

    private Outcome renew(Predicate<Kept> chosen, boolean rehash) {
        List<Kept> due = queue.list().stream()
                .flatMap(anchored -> anchored.stamps().stream().map(stamp -> new Kept(anchored.checkpoint(), stamp)))
                .filter(chosen)
                .toList();
        if (due.isEmpty()) return new Outcome(0, "", 0, List.of());
        Instant now = clock.instant();
        int tooLate =
                (int) due.stream().filter(each -> each.until().isBefore(now)).count();
        List<String> missing = new ArrayList<>();
        for (TimestampAuthority authority : authorities) {
            try {
                renew(due, new ArchiveTimestamping(authority, random), rehash);
                return new Outcome(due.size(), authority.name(), tooLate, missing);
            } catch (IOException failure) {
                missing.add(authority.name() + ": " + failure.getMessage());
            }
        }
        return new Outcome(0, "", tooLate, missing);
    }

    private void renew(List<Kept> due, ArchiveTimestamping stamping, boolean rehash) throws IOException {
        List<Kept> fresh = due.stream().filter(each -> each.record().isEmpty()).toList();
        if (!fresh.isEmpty()) {
            ArchiveHash hash = rehash ? ArchiveHash.SHA_512 : ArchiveHash.SHA_256;
            write(fresh, stamping.begin(fresh.stream().map(Kept::group).toList(), hash));
        }
        for (Map.Entry<ArchiveHash, List<Kept>> alike : byHash(due).entrySet()) {
            List<Kept> older = alike.getValue();
            List<EvidenceRecord> records =
                    older.stream().flatMap(each -> each.record().stream()).toList();
            boolean stronger = rehash && alike.getKey() != ArchiveHash.SHA_512;
            write(
                    older,
                    stronger
                            ? stamping.rehash(
                                    records, older.stream().map(Kept::group).toList(), ArchiveHash.SHA_512)
                            : stamping.renew(records, alike.getKey()));
        }
    }

    private static Map<ArchiveHash, List<Kept>> byHash(List<Kept> due) {
        Map<ArchiveHash, List<Kept>> alike = new EnumMap<>(ArchiveHash.class);
        for (Kept each : due) {
            if (each.record().isEmpty()) continue;
            for (ArchiveHash hash : ArchiveHash.values()) {
                if (hash.algorithm().equals(each.record().get().hash())) {
                    alike.computeIfAbsent(hash, unused -> new ArrayList<>()).add(each);
                }
            }
        }
        return alike;
    }

    private void write(List<Kept> stamps, List<EvidenceRecord> records) throws IOException {
        for (int i = 0; i < stamps.size(); i++) {
            Kept each = stamps.get(i);
            queue.keep(each.checkpoint(), each.stamp().authority(), records.get(i));
        }
    }

    /// What the record of a stamp covers: the checkpoint's text and the stamp over it.
    public static List<byte[]> group(String checkpointText, byte[] stamp) {
        return List.of(checkpointText.getBytes(StandardCharsets.UTF_8), stamp);
    }
}
