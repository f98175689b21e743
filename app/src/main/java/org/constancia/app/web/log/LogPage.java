package org.constancia.app.web.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.constancia.app.web.page.Trouble;
import org.jspecify.annotations.Nullable;

/// The log and what anchors each of its days, the newest first.
///
/// @param page from 1
public record LogPage(Standing standing, Reading reading, List<Day> days, int page, int pages, int total) {
    public LogPage {
        days = List.copyOf(days);
    }

    /// Where the log stands.
    ///
    /// @param origin its name
    /// @param entries how many are signed
    /// @param waiting changes that have no entry yet
    /// @param root of the last signed checkpoint, base64
    /// @param trouble why it takes no entries
    /// @param copies where the checkpoints are kept besides
    /// @param copiesApart whether that is another disk
    /// @param authorities the names of those that are asked for time stamps
    public record Standing(
            String origin,
            long entries,
            long waiting,
            String root,
            @Nullable Trouble trouble,
            String copies,
            boolean copiesApart,
            List<String> authorities) {
        public Standing {
            authorities = List.copyOf(authorities);
        }
    }

    /// The re-reading of everything that is preserved.
    ///
    /// @param running with `done` of `of` items; the last one otherwise
    /// @param damaged items whose bytes are no longer those that were preserved
    public record Reading(
            boolean running, long done, long of, @Nullable Instant lastEnded, long damaged) {}

    /// A day with its last checkpoint.
    ///
    /// @param log the number of the log
    /// @param size entries at the end of the day
    /// @param grown entries of the day
    public record Day(
            LocalDate day,
            int log,
            long size,
            long grown,
            String root,
            List<Vouching> stamps,
            List<String> waitingFor,
            List<Vouching> witnesses,
            List<Paper> papers) {
        public Day {
            stamps = List.copyOf(stamps);
            waitingFor = List.copyOf(waitingFor);
            witnesses = List.copyOf(witnesses);
            papers = List.copyOf(papers);
        }
    }

    /// Somebody outside, when they vouched, and over how many entries.
    public record Vouching(String who, Instant at, long size) {}

    /// Where a checkpoint was left on paper.
    public record Paper(LocalDate day, String where, long size) {}
}
