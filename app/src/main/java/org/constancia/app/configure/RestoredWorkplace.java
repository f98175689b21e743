package org.constancia.app.configure;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.constancia.app.archive.Progress;
import org.constancia.app.archive.Restore;
import org.constancia.app.log.LogSettings;
import org.constancia.evidence.log.Disagreement;
import org.constancia.evidence.log.LogState;
import org.constancia.store.archive.Snapshot;
import org.constancia.store.log.RecordCheck;
import org.constancia.store.postgres.DatabaseLocation;
import org.constancia.store.record.Change;
import org.jspecify.annotations.Nullable;

/// A restore from the first byte of the archive to a record that was opened, migrated and checked.
public final class RestoredWorkplace {
    private static final String BEYOND = "a row with an index beyond the log";
    private static final Disagreement NO_OUTSIDE_COPY = new Disagreement("outside copy", "it is missing");

    private final Path home;
    private final DatabaseLocation location;
    private final Supplier<Path> checkpointCopy;
    private final Clock clock;
    private final Consumer<String> terminal;

    /// @param checkpointCopy where the last checkpoints are kept outside; asked when the files are restored
    /// @param terminal told, in one line each, the steps that take time
    public RestoredWorkplace(
            Path home,
            DatabaseLocation location,
            Supplier<Path> checkpointCopy,
            Clock clock,
            Consumer<String> terminal) {
        this.checkpointCopy = checkpointCopy;
        this.home = home;
        this.location = location;
        this.clock = clock;
        this.terminal = terminal;
    }

    /// How it went.
    ///
    /// @param lastChange the last one in the archive; null when there is none
    /// @param age of that change when the restore began: what was recorded since is lost, the recovery point
    /// @param took until everything was checked: the recovery time
    /// @param log whether it takes entries
    public record Outcome(
            long sources,
            long statements,
            long leaves,
            @Nullable Instant lastChange,
            @Nullable Duration age,
            Duration took,
            LogState log,
            List<String> shortcomings,
            List<Disagreement> disagreements) {
        public Outcome {
            shortcomings = List.copyOf(shortcomings);
            disagreements = List.copyOf(disagreements);
        }

        /// Whether everything is there and agrees.
        public boolean isSound() {
            return shortcomings.isEmpty() && disagreements.isEmpty();
        }
    }

    /// Restores, opens and checks.
    ///
    /// @param isNoted whether the restored record notes that it was restored
    public Outcome restore(Restore restore, InputStream archive, boolean isNoted, Progress progress) {
        Instant began = clock.instant();
        Restore.Result result = restore.from(archive, progress);
        LogSettings settings = new LogSettings(checkpointCopy.get(), List.of());
        try (Workplace workplace = Workplace.open(location, home, settings, false, clock, terminal)) {
            LogState log = workplace.log().state();
            // The archive may be of the moment between an index and its signature; the same leaf follows now.
            if (log instanceof LogState.Writable) workplace.log().sequence();
            RecordCheck.Report report = workplace
                    .log()
                    .check(workplace.contents(), (part, done, of) -> progress.reached(word(part), done, of));
            Snapshot.Figures figures = figures(workplace);
            if (isNoted) note(workplace, result, log);
            @Nullable Instant last = figures.lastChange();
            return new Outcome(
                    figures.sources(),
                    figures.statements(),
                    figures.leaves(),
                    last,
                    last == null ? null : Duration.between(last, began),
                    Duration.between(began, clock.instant()),
                    log,
                    result.shortcomings(),
                    disagreements(report, log, workplace.log().current().number()));
        }
    }

    private static Snapshot.Figures figures(Workplace workplace) {
        try (Snapshot snapshot = Snapshot.take(workplace.owner())) {
            return snapshot.figures();
        }
    }

    /// What a log that takes no entries brings with it is told apart from what does not agree: that it takes none, that
    /// nobody brought its outside copy yet, and that changes have an index which it never signed.
    private static List<Disagreement> disagreements(RecordCheck.Report report, LogState state, int log) {
        if (state instanceof LogState.Writable) return report.disagreements();
        return report.disagreements().stream()
                .filter(each ->
                        !each.place().equals("log " + log) || !each.what().startsWith("read-only: "))
                .filter(each -> !each.equals(NO_OUTSIDE_COPY))
                .filter(each -> !each.what().equals(BEYOND))
                .toList();
    }

    private static String word(RecordCheck.Part part) {
        return switch (part) {
            case BLOBS -> "checking originals";
            case ROWS -> "checking rows";
            case LOG -> "checking the log";
        };
    }

    /// A record whose log takes no entries is not written to.
    private static void note(Workplace workplace, Restore.Result result, LogState log) {
        if (log instanceof LogState.ReadOnly) return;
        String collection = "collection:" + workplace.session().collection();
        Map<String, String> facts = Map.of("made", result.head().made().toString());
        workplace
                .records()
                .write(workplace.session(), writing -> writing.note(Change.Kind.BACKUP_RESTORED, collection, facts));
        workplace.log().sequence();
    }
}
