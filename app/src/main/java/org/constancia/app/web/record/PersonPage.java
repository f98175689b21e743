package org.constancia.app.web.record;

import java.util.List;
import org.constancia.app.web.accountability.CommitmentsPage.Commitment;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.page.Change;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.SourceLine;
import org.constancia.app.web.page.Value;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// A person, or a group (an organisation, a unit, a number of people nobody named).
///
/// @param unnamed N.N.: a person whose name nobody gives
/// @param properties in the order in which they are shown
/// @param suffered acts in which it is the victim
/// @param accusedOf acts in which it is the alleged perpetrator
/// @param members of a group, or the groups of a person
public record PersonPage(
        String id,
        Kind kind,
        String name,
        boolean unnamed,
        List<String> aliases,
        List<Value> properties,
        List<Part> suffered,
        List<Part> accusedOf,
        List<Post> posts,
        List<Link> members,
        List<EventPage.Saying> statements,
        List<Commitment> commitments,
        List<Track> tracks,
        List<SourceLine> sources,
        List<Change> history,
        int changeTotal) {

    public PersonPage {
        aliases = List.copyOf(aliases);
        properties = List.copyOf(properties);
        suffered = List.copyOf(suffered);
        accusedOf = List.copyOf(accusedOf);
        posts = List.copyOf(posts);
        members = List.copyOf(members);
        statements = List.copyOf(statements);
        commitments = List.copyOf(commitments);
        tracks = List.copyOf(tracks);
        sources = List.copyOf(sources);
        history = List.copyOf(history);
    }

    public enum Kind {
        PERSON,
        GROUP
    }

    /// A part played in an act. `other` is the other side: the alleged perpetrator, or the victim.
    public record Part(Link event, @Nullable PartialDate when, String code, String category, String other) {}

    /// A dated office or membership.
    public record Post(String office, String body, @Nullable PartialDate held) {}
}
