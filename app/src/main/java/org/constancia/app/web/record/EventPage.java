package org.constancia.app.web.record;

import java.util.List;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.page.Change;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Logging;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.app.web.page.SourceLine;
import org.constancia.app.web.page.Value;
import org.constancia.core.record.CodeList.Bound;
import org.constancia.core.record.CodeList.FigureUnit;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// An event: who did what to whom, what was done about it, and who says so.
///
/// @param reference what people call it, such as `E-2021-0417`
/// @param acts the first ones; `actTotal` are on record
/// @param tracks one per act and accused, with a proceeding or without
/// @param actsWithoutProceeding how many of the acts have no known proceeding
/// @param history the newest changes; `changeTotal` are on record
public record EventPage(
        String id,
        String reference,
        Value title,
        @Nullable PartialDate when,
        @Nullable Value whenValue,
        @Nullable PlaceShown place,
        @Nullable Value placeValue,
        @Nullable Value description,
        @Nullable Link context,
        boolean isPublic,
        int contradictions,
        int waiting,
        List<ActRow> acts,
        int actTotal,
        List<FigureGroup> figures,
        List<OtherVersion> otherVersions,
        List<Track> tracks,
        int actsWithoutProceeding,
        Counts counts,
        List<Saying> statements,
        List<Saying> commitments,
        List<Saying> demands,
        List<SourceLine> sources,
        int independentSources,
        List<Link> related,
        List<Change> history,
        int changeTotal) {

    public EventPage {
        acts = List.copyOf(acts);
        figures = List.copyOf(figures);
        otherVersions = List.copyOf(otherVersions);
        tracks = List.copyOf(tracks);
        statements = List.copyOf(statements);
        commitments = List.copyOf(commitments);
        demands = List.copyOf(demands);
        sources = List.copyOf(sources);
        related = List.copyOf(related);
        history = List.copyOf(history);
    }

    /// The newest change that has a place in the log.
    public @Nullable Logging lastLogged() {
        return history.stream()
                .map(Change::log)
                .filter(log -> log.index() != null)
                .findFirst()
                .orElse(null);
    }

    /// A party to an act.
    ///
    /// @param name absent when nobody says who
    /// @param href absent when the party has no page of its own
    public record Party(
            @Nullable String name,
            @Nullable String href,
            @Nullable Value value) {}

    /// @param category official label of the vocabulary, in Spanish
    /// @param code as its keepers write it, such as `A10`; empty when not coded
    public record ActRow(String id, List<Party> by, String code, String category, Value did, Party to) {

        public ActRow {
            by = List.copyOf(by);
        }
    }

    /// Figures about one thing, one row a source.
    ///
    /// @param what the words of the source for what is counted; shown beside the unit
    /// @param onRecord how many identified persons the record itself has for it; absent when it makes no sense
    public record FigureGroup(
            FigureUnit unit,
            String what,
            List<FigureRow> rows,
            @Nullable Integer onRecord,
            @Nullable String listHref,
            boolean disagree,
            @Nullable String conflictHref) {

        public FigureGroup {
            rows = List.copyOf(rows);
        }

        /// Of the sources of the rows those that carry one story count once.
        public int independent() {
            return (int) rows.stream().filter(row -> !row.repeats()).count();
        }

        /// The right end of the scale on which the rows are drawn.
        public double scale() {
            double most = onRecord == null ? 0 : onRecord;
            for (FigureRow row : rows) most = Math.max(most, Math.max(row.number(), row.max() == null ? 0 : row.max()));
            return most <= 0 ? 1 : most * 1.12;
        }
    }

    /// @param max upper end of a range, otherwise absent
    /// @param repeats whether its source carries the same story as one of a row above: it counts once
    /// @param scope places and days that the source counts, in its words; empty when it does not say
    public record FigureRow(
            String source,
            @Nullable PartialDate said,
            String scope,
            long number,
            @Nullable Long max,
            Bound bound,
            Value value,
            boolean repeats) {}

    /// *La otra versión*: what the accused side says against the acts.
    public record OtherVersion(
            String quote,
            String language,
            String by,
            String occasion,
            @Nullable PartialDate said,
            Value value) {}

    /// Something said by somebody about the event.
    public record Saying(Link who, String role, @Nullable PartialDate when, Value value) {}

    /// Distinct identities, victim × category, victim × category × alleged perpetrator; groups apart.
    public record Counts(long victims, long groups, long victimizations, long acts) {}
}
