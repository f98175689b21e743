package org.constancia.app.web.home;

import java.time.Instant;
import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// What needs a person today.
///
/// @param proposals waiting in the inbox, from `proposalSources` sources
/// @param contradictions of which `publicContradictions` stand on a public page
public record HomePage(
        int proposals,
        int proposalSources,
        @Nullable Instant oldestProposal,
        int contradictions,
        int publicContradictions,
        @Nullable Link exampleContradiction,
        int replies,
        List<NotUnderstood> notUnderstood,
        List<Stalled> stalled,
        int stalledTotal,
        List<Recent> recent,
        Totals totals,
        LogState log) {

    public HomePage {
        notUnderstood = List.copyOf(notUnderstood);
        stalled = List.copyOf(stalled);
        recent = List.copyOf(recent);
    }

    /// A source that is preserved but could not be read; `reason` is a stable code such as `no-text`.
    public record NotUnderstood(Link source, String reason) {}

    /// A proceeding in which nothing moves.
    public record Stalled(
            Link act, String accused, Stage lastStage, PartialDate lastMoved, long days, boolean approximate) {}

    public record Recent(Link link, Kind kind, @Nullable PartialDate when, Instant touched, String by) {}

    public enum Kind {
        EVENT,
        SOURCE,
        PERSON,
        GROUP
    }

    public record Totals(long sources, long events, long persons) {}

    /// @param entries changes written to the log
    /// @param pending changes recorded and not yet in the log
    public record LogState(long entries, long pending) {}
}
