package org.constancia.app.web.open;

import java.time.LocalDate;
import java.util.List;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.app.web.page.SourceLine;
import org.constancia.app.web.record.EventPage;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// A published event. What is not public is not in it.
///
/// @param narrative what happened, one paragraph a line, in the language of the record; may be empty
/// @param related chosen by shared people, place or context; `reason` says which
public record PublicEventPage(
        String id,
        String reference,
        String title,
        @Nullable PartialDate when,
        @Nullable PlaceShown place,
        @Nullable LocalDate published,
        List<String> narrative,
        List<EventPage.ActRow> acts,
        List<EventPage.FigureGroup> figures,
        List<EventPage.OtherVersion> otherVersions,
        List<Track> tracks,
        int actsWithoutProceeding,
        EventPage.Counts counts,
        List<SourceLine> sources,
        List<Related> related) {

    public PublicEventPage {
        narrative = List.copyOf(narrative);
        acts = List.copyOf(acts);
        figures = List.copyOf(figures);
        otherVersions = List.copyOf(otherVersions);
        tracks = List.copyOf(tracks);
        sources = List.copyOf(sources);
        related = List.copyOf(related);
    }

    public record Related(Link link, @Nullable PartialDate when, Reason reason) {}

    public enum Reason {
        SAME_PEOPLE,
        SAME_CONTEXT,
        SAME_PLACE
    }
}
