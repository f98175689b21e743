package org.constancia.app.web.inbox;

import java.time.Instant;
import java.util.List;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.source.SourcePage;
import org.constancia.core.record.Basis;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// Proposals on the left, the source of the current one on the right.
///
/// @param cards in the order of the text; those of one source follow each other
/// @param current the card being decided; absent when nothing waits
/// @param source the source of the current card, with all its passages
public record InboxPage(
        InboxQuery query,
        int waiting,
        int decided,
        int contradictions,
        int replies,
        List<Choice> sources,
        List<Card> cards,
        @Nullable Card current,
        @Nullable SourcePage source,
        List<Reply> replyCards) {

    public InboxPage {
        sources = List.copyOf(sources);
        cards = List.copyOf(cards);
        replyCards = List.copyOf(replyCards);
    }

    /// A source that has proposals.
    public record Choice(String id, String label, int waiting) {}

    /// One proposal.
    ///
    /// @param tag short name in its source, such as `F1`
    /// @param title the value in the words of the source
    /// @param summary who and what, in data only: a speaker's name and role, for example
    /// @param start first character of the passage in the text layer
    /// @param end one past the last
    /// @param copies in how many other sources of the same story the same words are proposed; they are decided
    /// with it
    /// @param needsPublicationDate a relative date waits for the publication date
    /// @param eventChoices events on record that it may belong to, the likeliest first
    public record Card(
            String id,
            String tag,
            Kind kind,
            String title,
            String summary,
            int start,
            int end,
            State state,
            List<Detail> details,
            List<Flag> flags,
            boolean needsPublicationDate,
            boolean needsEvent,
            List<Duplicate> eventChoices,
            List<Named> people,
            @Nullable Verdict verdict,
            int copies) {

        public Card {
            details = List.copyOf(details);
            flags = List.copyOf(flags);
            eventChoices = List.copyOf(eventChoices);
            people = List.copyOf(people);
        }
    }

    public enum Kind {
        STATEMENT,
        FIGURE,
        EVENT,
        ACCOUNTABILITY_ACTION,
        COMMITMENT,
        DEMAND,
        PLACE,
        DATE
    }

    public enum State {
        WAITING,
        ACCEPTED,
        REJECTED
    }

    /// Somebody a proposal names, and who that may be on record.
    public record Named(Label role, String name, List<Duplicate> choices) {
        public Named {
            choices = List.copyOf(choices);
        }
    }

    /// @param by who decided, and why when it was rejected
    public record Verdict(
            String by,
            Instant at,
            @Nullable String reason,
            @Nullable Link event) {}

    /// One property of a proposal.
    public record Detail(
            Label label, String value, @Nullable Basis basis) {}

    public enum Label {
        WHEN,
        WHERE,
        WHO_SAYS,
        ROLE,
        ADDRESSEE,
        NUMBER,
        COUNTED,
        ACT,
        VICTIM,
        ALLEGED_PERPETRATOR,
        CONNECTION,
        DUE,
        BODY,
        ACCUSED,
        NOT_SAID
    }

    /// What a reader should know before deciding.
    public enum Flag {
        NEEDS_PUBLICATION_DATE,
        SPEAKER_IMPLIED,
        NO_SOURCE_NAMED,
        CLASS_OF_EVENTS,
        ALLEGED,
        HYPOTHETICAL,
        DENIED,
        NO_NUMBER,
        INDIRECT_QUOTE
    }

    /// An answer sent from a public page.
    public record Reply(
            String id,
            Link about,
            String purpose,
            String message,
            @Nullable String contact,
            Instant at) {}

    /// The publication date of the current source, when known.
    public @Nullable PartialDate published() {
        return source == null ? null : source.published();
    }
}
