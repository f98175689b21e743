package org.constancia.app.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.constancia.app.proposal.Proposals;
import org.constancia.app.proposal.Proposed;
import org.constancia.app.proposal.Proposed.SlotValue;
import org.constancia.app.proposal.Tags;
import org.constancia.app.web.inbox.InboxPage.Card;
import org.constancia.app.web.inbox.InboxPage.Detail;
import org.constancia.app.web.inbox.InboxPage.Flag;
import org.constancia.app.web.inbox.InboxPage.Kind;
import org.constancia.app.web.inbox.InboxPage.Label;
import org.constancia.app.web.inbox.InboxPage.Named;
import org.constancia.app.web.inbox.InboxPage.State;
import org.constancia.app.web.inbox.InboxPage.Verdict;
import org.constancia.app.web.page.Duplicate;
import org.constancia.core.record.Basis;
import org.constancia.store.candidate.CandidateRow;

/// Shows proposals as cards: the words of the source, what was read from them, and what a reader should know before
/// deciding.
final class Cards {
    /// The slot behind each detail that can be edited, by kind of proposal.
    private static final Map<Label, List<String>> SLOTS = slots();

    private final Tags tags = new Tags();

    private static Map<Label, List<String>> slots() {
        Map<Label, List<String>> slots = new EnumMap<>(Label.class);
        slots.put(Label.WHO_SAYS, List.of("speakerName", "byName", "sourceName"));
        slots.put(Label.ROLE, List.of("speakerRole", "byRole", "sourceRole"));
        slots.put(Label.ADDRESSEE, List.of("addressee"));
        slots.put(Label.COUNTED, List.of("unit"));
        slots.put(Label.CONNECTION, List.of("condition", "contrast", "offence"));
        slots.put(Label.VICTIM, List.of("victim"));
        slots.put(Label.ALLEGED_PERPETRATOR, List.of("perpetrator"));
        slots.put(Label.BODY, List.of("body"));
        slots.put(Label.ACCUSED, List.of("accused"));
        slots.put(Label.WHERE, List.of("place"));
        return slots;
    }

    static Kind kind(String stored) {
        return switch (stored) {
            case Proposals.STATEMENT -> Kind.STATEMENT;
            case Proposals.FIGURE -> Kind.FIGURE;
            case Proposals.ACT -> Kind.EVENT;
            case Proposals.ACCOUNTABILITY_ACTION -> Kind.ACCOUNTABILITY_ACTION;
            case Proposals.COMMITMENT -> Kind.COMMITMENT;
            case Proposals.DEMAND -> Kind.DEMAND;
            case Proposals.PLACE -> Kind.PLACE;
            case Proposals.DATE -> Kind.DATE;
            default -> throw new IllegalArgumentException("no such kind of proposal: " + stored);
        };
    }

    static String stored(Kind kind) {
        return switch (kind) {
            case STATEMENT -> Proposals.STATEMENT;
            case FIGURE -> Proposals.FIGURE;
            case EVENT -> Proposals.ACT;
            case ACCOUNTABILITY_ACTION -> Proposals.ACCOUNTABILITY_ACTION;
            case COMMITMENT -> Proposals.COMMITMENT;
            case DEMAND -> Proposals.DEMAND;
            case PLACE -> Proposals.PLACE;
            case DATE -> Proposals.DATE;
        };
    }

    /// Shows the next proposal of a source; cards are numbered by kind in the order in which they are asked for.
    ///
    /// @param copies in how many other sources of the same story the same words are proposed
    Card card(CandidateRow row, List<Duplicate> eventChoices, KnownNames names, Optional<Verdict> verdict, int copies) {
        Kind kind = kind(row.kind());
        Proposed proposed = Proposed.parse(row.content());
        boolean unresolved = isUnresolved(proposed);
        return new Card(
                row.id().toString(),
                tags.next(row.kind()),
                kind,
                row.text(),
                summary(proposed),
                row.start(),
                row.end(),
                state(row.status()),
                details(kind, proposed),
                flags(kind, proposed, unresolved),
                unresolved,
                Acceptances.needsEvent(row.kind()) || kind == Kind.DATE,
                eventChoices,
                people(proposed, names),
                verdict.orElse(null),
                copies);
    }

    /// Changes a proposal as a reviewer edited its card.
    static Proposed edited(Proposed proposed, Map<Label, String> values) {
        Proposed changed = proposed;
        for (Map.Entry<Label, String> entry : values.entrySet()) {
            changed = edited(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    /// The form sends every detail, changed or not; what a card shows already is left as it is.
    private static Proposed edited(Proposed proposed, Label label, String value) {
        return switch (label) {
            case WHEN -> withDay(proposed, "when", "date", value);
            case DUE -> withDay(proposed, "due", "due", value);
            case NUMBER -> withNumber(proposed, value.replaceAll("[\\s.,]", ""));
            case WHERE ->
                shows(proposed.value("place"), value)
                        ? proposed
                        : proposed.with("place", value).withAttribute("places", null);
            case ACT -> withAct(proposed, value);
            case NOT_SAID -> proposed;
            case WHO_SAYS, ROLE, ADDRESSEE, COUNTED, CONNECTION, VICTIM, ALLEGED_PERPETRATOR, BODY, ACCUSED ->
                slotOf(proposed, label)
                        .map(slot -> withIfChanged(proposed, slot, value))
                        .orElse(proposed);
        };
    }

    private static boolean shows(Optional<String> shown, String value) {
        return shown.orElse("").strip().equals(value.strip());
    }

    /// A day that the reviewer gives stands without the words of the source, which may mean another.
    private static Proposed withDay(Proposed proposed, String attribute, String slot, String value) {
        Optional<String> shown = proposed.attribute(attribute).or(() -> proposed.value(slot));
        if (shows(shown, value)) return proposed;
        return proposed.withAttribute(attribute, value)
                .withAttribute(attribute + "Anchor", null)
                .withAttribute(attribute + Acceptance.BY_REVIEWER, "true");
    }

    private static Proposed withNumber(Proposed proposed, String value) {
        return shows(proposed.attribute("number"), value)
                ? proposed
                : proposed.withAttribute("number", value).withAttribute("number" + Acceptance.BY_REVIEWER, "true");
    }

    private static Proposed withAct(Proposed proposed, String value) {
        String attribute = proposed.attribute("action").isPresent() ? "action" : "type";
        return shows(proposed.attribute(attribute), value) ? proposed : proposed.withAttribute(attribute, value);
    }

    private static Proposed withIfChanged(Proposed proposed, String slot, String value) {
        return proposed.value(slot).filter(value.strip()::equals).isPresent() ? proposed : proposed.with(slot, value);
    }

    private static Optional<String> slotOf(Proposed proposed, Label label) {
        List<String> names = SLOTS.getOrDefault(label, List.of());
        return names.stream()
                .filter(name -> proposed.slot(name).isPresent())
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    /// Whom the proposal names, and who of those on record each may be.
    private static List<Named> people(Proposed proposed, KnownNames names) {
        List<Named> people = new ArrayList<>();
        for (Label role : List.of(Label.WHO_SAYS, Label.VICTIM, Label.ALLEGED_PERPETRATOR, Label.ACCUSED)) {
            slotOf(proposed, role)
                    .filter(slot -> !slot.equals("sourceName"))
                    .flatMap(proposed::value)
                    .ifPresent(name -> {
                        List<Duplicate> choices = names.listSimilar(name);
                        if (!choices.isEmpty()) people.add(new Named(role, name, choices));
                    });
        }
        return people;
    }

    private static String summary(Proposed proposed) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("speakerName", "byName", "sourceName", "body")) {
            proposed.value(name).ifPresent(parts::add);
        }
        for (String name : List.of("speakerRole", "byRole", "sourceRole")) {
            proposed.value(name).ifPresent(parts::add);
        }
        return String.join(" · ", parts);
    }

    private static State state(String status) {
        return switch (status) {
            case "accepted" -> State.ACCEPTED;
            case "rejected" -> State.REJECTED;
            default -> State.WAITING;
        };
    }

    private static boolean isUnresolved(Proposed proposed) {
        return (proposed.slot("date").isPresent() && proposed.attribute("when").isEmpty())
                || (proposed.slot("due").isPresent()
                        && proposed.attribute("due").isEmpty());
    }

    private static List<Detail> details(Kind kind, Proposed proposed) {
        List<Detail> details = new ArrayList<>();
        if (kind == Kind.FIGURE) {
            proposed.attribute("number")
                    .ifPresent(number -> details.add(new Detail(Label.NUMBER, number, Basis.OBSERVED)));
        }
        proposed.attribute("type").ifPresent(type -> details.add(new Detail(Label.ACT, type, null)));
        proposed.attribute("action").ifPresent(action -> details.add(new Detail(Label.ACT, action, null)));
        for (Label label : Label.values()) {
            if (label == Label.WHERE) {
                proposed.slot("place").ifPresent(slot -> details.add(detail(Label.WHERE, slot)));
                continue;
            }
            slotOf(proposed, label).flatMap(proposed::slot).ifPresent(slot -> details.add(detail(label, slot)));
        }
        when(proposed, "when", "date", Label.WHEN).ifPresent(details::add);
        when(proposed, "due", "due", Label.DUE).ifPresent(details::add);
        return details;
    }

    private static Optional<Detail> when(Proposed proposed, String attribute, String slot, Label label) {
        Optional<String> resolved = proposed.attribute(attribute);
        if (resolved.isPresent()) {
            boolean inferred = proposed.attribute(attribute + "Anchor").isPresent();
            return Optional.of(new Detail(label, resolved.get(), inferred ? Basis.INFERRED : Basis.OBSERVED));
        }
        return proposed.value(slot).map(words -> new Detail(label, words, null));
    }

    private static Detail detail(Label label, SlotValue slot) {
        Basis basis = slot.inferred() != null
                ? Basis.INFERRED
                : label == Label.ALLEGED_PERPETRATOR || label == Label.ACCUSED ? Basis.ALLEGED : Basis.OBSERVED;
        return new Detail(label, slot.value(), basis);
    }

    private static List<Flag> flags(Kind kind, Proposed proposed, boolean unresolved) {
        List<Flag> flags = new ArrayList<>();
        if (unresolved) flags.add(Flag.NEEDS_PUBLICATION_DATE);
        if (proposed.is("implicit")) flags.add(Flag.SPEAKER_IMPLIED);
        if (kind == Kind.FIGURE && proposed.slot("sourceName").isEmpty()) flags.add(Flag.NO_SOURCE_NAMED);
        if (kind == Kind.FIGURE && proposed.attribute("number").isEmpty()) flags.add(Flag.NO_NUMBER);
        if (proposed.attribute("scope").filter("GENERIC"::equals).isPresent()) flags.add(Flag.CLASS_OF_EVENTS);
        proposed.attribute("modality").ifPresent(modality -> {
            switch (modality) {
                case "ALLEGED" -> flags.add(Flag.ALLEGED);
                case "DENIED" -> flags.add(Flag.DENIED);
                case "HYPOTHETICAL", "FUTURE" -> flags.add(Flag.HYPOTHETICAL);
                default -> {}
            }
        });
        if (proposed.attribute("form").filter("INDIRECT"::equals).isPresent()) flags.add(Flag.INDIRECT_QUOTE);
        return flags;
    }
}
