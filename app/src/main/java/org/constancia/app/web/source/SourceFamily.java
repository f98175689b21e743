package org.constancia.app.web.source;

import java.util.List;
import java.util.Optional;
import org.constancia.app.web.page.Link;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// The sources that carry one story, which count as one wherever sources are counted.
///
/// @param standing of the source at hand
/// @param byDay whether the likely original is the one that was published first; otherwise it shares most with the rest
/// @param members in the order in which they came in, those that were separated last
/// @param compared how many of the members are compared with the likely original; the others are only listed
public record SourceFamily(String name, Standing standing, boolean byDay, List<Member> members, int compared) {

    public SourceFamily {
        members = List.copyOf(members);
    }

    /// What a person has decided about it.
    public enum Standing {
        PROPOSED,
        CONFIRMED,
        SEPARATED
    }

    /// A source of the family, compared with the likely original.
    ///
    /// @param identical how many of its `paragraphs` stand word for word in the original
    /// @param changes figures that differ: a changed toll
    /// @param added paragraphs that the original does not have
    /// @param shared the longest passage in common
    public record Member(
            Link source,
            long number,
            String outlet,
            @Nullable PartialDate published,
            Standing standing,
            boolean isOriginal,
            boolean isShown,
            int paragraphs,
            int identical,
            List<Changed> changes,
            List<String> added,
            String shared) {

        public Member {
            changes = List.copyOf(changes);
            added = List.copyOf(added);
        }

        public boolean isSeparated() {
            return standing == Standing.SEPARATED;
        }
    }

    /// @param before what the likely original says
    /// @param after what the copy says, with the words around it
    public record Changed(String before, String after, String context) {}

    /// How many sources count as one.
    public int together() {
        return (int) members.stream().filter(member -> !member.isSeparated()).count();
    }

    public Optional<Member> original() {
        return members.stream().filter(Member::isOriginal).findFirst();
    }

    /// Figures that differ somewhere in the family.
    public long changes() {
        return members.stream().mapToLong(member -> member.changes().size()).sum();
    }
}
