package org.constancia.text.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.constancia.core.place.Place;
import org.jspecify.annotations.Nullable;

/// Something a text seems to state, for a person to confirm, correct or reject.
///
/// Invariant: {@link #span()} is the passage, and every slot's value equals the text at its span or is inferred with a
/// reason ({@link #isVerbatimIn}).
public sealed interface Candidate {
    /// The passage that states it, in the text layer.
    Span span();

    Grounds grounds();

    /// Its values by name, absent ones left out, in reading order of the record.
    Map<String, Slot> slots();

    /// Whether every word it claims to take from the text stands there.
    default boolean isVerbatimIn(String text) {
        return span().end() <= text.length() && slots().values().stream().allMatch(slot -> slot.holdsIn(text));
    }

    /// Words somebody said or wrote.
    ///
    /// @param span what was said; for direct speech with its quotation marks
    /// @param speaker null when the text does not let us know
    /// @param cue the word that marks it as speech ("said", "según"); null for a mere continuation
    /// @param addressee whom it was said to; null when not said
    /// @param implicit true when the sentence does not name its speaker and the text around it does
    record Statement(
            Span span,
            Form form,
            SpeechAct speechAct,
            @Nullable Speaker speaker,
            @Nullable Slot cue,
            @Nullable Slot addressee,
            boolean implicit,
            Grounds grounds)
            implements Candidate {
        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots()
                    .with("speaker", speaker)
                    .with("cue", cue)
                    .with("addressee", addressee)
                    .toMap();
        }
    }

    /// Whose words a statement is in.
    enum Form {
        /// The speaker's, in quotation marks.
        DIRECT,
        /// The writer's.
        INDIRECT,
        /// The writer's with quoted words of the speaker.
        MIXED
    }

    /// What somebody does by saying it.
    enum SpeechAct {
        ASSERT,
        ALLEGE,
        DENY,
        ACKNOWLEDGE,
        DEMAND,
        PROMISE,
        CONDEMN,
        ANNOUNCE,
        WARN,
        THREATEN
    }

    /// A quantity the text claims.
    ///
    /// @param number the number, or the lower end of a range; null when {@link Bound#UNQUANTIFIED}
    /// @param max the upper end of a range; null otherwise
    /// @param unit what is counted, in the words of the source ("people", "homicidios"); null when left out
    /// @param condition what is said of them ("killed", "desplazadas"); null when nothing
    /// @param subset true when it counts part of another figure ("including 12 children")
    /// @param source who gives the number; null when the writer does
    record Figure(
            Span span,
            Slot quantity,
            @Nullable Long number,
            @Nullable Long max,
            Bound bound,
            @Nullable Slot unit,
            @Nullable Slot condition,
            boolean subset,
            @Nullable Slot date,
            @Nullable Slot place,
            @Nullable Speaker source,
            Grounds grounds)
            implements Candidate {
        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots()
                    .with("quantity", quantity)
                    .with("unit", unit)
                    .with("condition", condition)
                    .with("date", date)
                    .with("place", place)
                    .with("source", source)
                    .toMap();
        }
    }

    /// Something done to somebody, or a class of such acts.
    ///
    /// @param type code of the act lexicon (`killing`, `enforced-disappearance`)
    /// @param scope whether the text speaks of one act, of many together, or of a kind of act
    /// @param victims who suffered it; may be empty
    /// @param perpetrators who is said to have done it; may be empty
    /// @param affectedGroups codes of the group lexicon that the victims' descriptions name (`journalist`)
    /// @param means weapon or method, null when not said
    /// @param when the days the date means, null when unresolved
    /// @param where what the place can mean, likeliest first
    /// @param attribution who says so; null for the writer
    record Act(
            Span span,
            Slot trigger,
            String type,
            Scope scope,
            Modality modality,
            List<Slot> victims,
            List<Slot> perpetrators,
            List<String> affectedGroups,
            @Nullable Slot means,
            @Nullable Slot date,
            @Nullable Resolution when,
            @Nullable Slot place,
            List<Place> where,
            @Nullable Speaker attribution,
            Grounds grounds)
            implements Candidate {
        public Act {
            victims = List.copyOf(victims);
            perpetrators = List.copyOf(perpetrators);
            affectedGroups = List.copyOf(affectedGroups);
            where = List.copyOf(where);
        }

        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots()
                    .with("trigger", trigger)
                    .with("victim", victims)
                    .with("perpetrator", perpetrators)
                    .with("means", means)
                    .with("date", date)
                    .with("place", place)
                    .with("source", attribution)
                    .toMap();
        }
    }

    /// How much an act candidate covers.
    enum Scope {
        /// One occurrence with its own victims.
        SPECIFIC,
        /// Many occurrences counted together ("at least 29 people were killed").
        AGGREGATE,
        /// A kind of act, no occurrence ("attacks on journalists").
        GENERIC
    }

    /// A step taken by a body that can hold somebody to account.
    ///
    /// @param kind code of the action lexicon (`investigation-opened`, `charge`, `conviction`)
    /// @param body who took it; null when not said
    /// @param accused whom it concerns; null when not said
    /// @param offence what for, in the words of the source; null when not said
    /// @param date the day of the step itself, never of the offence; null when not said
    record AccountabilityAction(
            Span span,
            Slot trigger,
            String kind,
            @Nullable Slot body,
            @Nullable Slot accused,
            @Nullable Slot offence,
            @Nullable Slot date,
            @Nullable Resolution when,
            Modality modality,
            Grounds grounds)
            implements Candidate {
        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots()
                    .with("trigger", trigger)
                    .with("body", body)
                    .with("accused", accused)
                    .with("offence", offence)
                    .with("date", date)
                    .toMap();
        }
    }

    /// An official's promise or declared policy.
    ///
    /// @param span what is promised
    /// @param by who commits, for whom the statement speaks
    /// @param due by when; null when no time is given
    /// @param contrast words of the same sentence that limit it ("but also will not stand for ..."); null when none
    record Commitment(
            Span span,
            Speaker by,
            @Nullable Slot due,
            @Nullable Resolution dueWhen,
            @Nullable Slot contrast,
            Grounds grounds)
            implements Candidate {
        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots()
                    .with("by", by)
                    .with("due", due)
                    .with("contrast", contrast)
                    .toMap();
        }
    }

    /// What somebody asks of somebody else.
    ///
    /// @param span what is asked
    /// @param addressee of whom; null when not said
    record Demand(Span span, Speaker by, @Nullable Slot addressee, Grounds grounds) implements Candidate {
        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots().with("by", by).with("addressee", addressee).toMap();
        }
    }

    /// A place the text names.
    ///
    /// @param places what it can mean, likeliest first; never empty. A person chooses
    record PlaceMention(Span span, Slot words, List<Place> places, Grounds grounds) implements Candidate {
        public PlaceMention {
            places = List.copyOf(places);
            if (places.isEmpty()) throw new IllegalArgumentException("a place mention has at least one candidate");
        }

        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots().with("words", words).toMap();
        }
    }

    /// A date or time the text names.
    ///
    /// @param resolved which days it means; null when the text gives no anchor to read it from
    record DateMention(Span span, Slot words, @Nullable Resolution resolved, Grounds grounds) implements Candidate {
        @Override
        public Map<String, Slot> slots() {
            return new NamedSlots().with("words", words).toMap();
        }
    }

    /// The days a date expression means.
    ///
    /// @param edtf Extended Date/Time Format, level 1: `2021-10-20`, `2021-05`, `2021-01-01/2021-10-21`
    /// @param anchor the day it was read from; null when the words alone suffice
    record Resolution(
            LocalDate earliest,
            LocalDate latest,
            String edtf,
            @Nullable LocalDate anchor) {
        public Resolution {
            if (latest.isBefore(earliest)) throw new IllegalArgumentException("latest before earliest");
        }
    }
}
