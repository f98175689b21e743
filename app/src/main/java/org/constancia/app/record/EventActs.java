package org.constancia.app.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.constancia.app.accountability.Tracks;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.record.EventPage.ActRow;
import org.constancia.app.web.record.EventPage.Counts;
import org.constancia.app.web.record.EventPage.Party;
import org.constancia.core.count.CodedAct;
import org.constancia.core.count.Deed;
import org.constancia.core.count.Tally;
import org.constancia.core.record.CodeList.FigureUnit;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.ActRows.InvolvementRow;
import org.jspecify.annotations.Nullable;

/// The acts of one event: as lines of its page, as counts, and as those accused.
public final class EventActs {
    private final EntityId event;
    private final List<ActRows.ActRow> acts;
    private final Map<UUID, List<InvolvementRow>> involved;

    public EventActs(EntityId event, List<ActRows.ActRow> acts, List<InvolvementRow> involved) {
        this.event = event;
        this.acts = List.copyOf(acts);
        this.involved = involved.stream()
                .collect(Collectors.groupingBy(InvolvementRow::act, LinkedHashMap::new, Collectors.toList()));
    }

    public List<ActRows.ActRow> acts() {
        return acts;
    }

    private List<InvolvementRow> involvedIn(ActRows.ActRow act) {
        return involved.getOrDefault(act.id(), List.of());
    }

    /// What must be read to show the first acts with their statements.
    public List<EntityId> subjectsOfFirst(int limit) {
        List<EntityId> subjects = new ArrayList<>();
        acts.stream().limit(limit).forEach(act -> {
            subjects.add(new EntityId(EntityKind.ACT, act.id()));
            for (InvolvementRow one : involvedIn(act)) subjects.add(new EntityId(EntityKind.INVOLVEMENT, one.id()));
        });
        return subjects;
    }

    public List<ActRow> lines(Values values, int limit) {
        return acts.stream().limit(limit).map(act -> line(act, values)).toList();
    }

    private ActRow line(ActRows.ActRow act, Values values) {
        EntityId id = new EntityId(EntityKind.ACT, act.id());
        String labels = act.categories().stream()
                .flatMap(code -> CinepCategories.shipped().find(code).stream())
                .map(category -> category.term().label())
                .distinct()
                .collect(Collectors.joining(" · "));
        String codes = String.join(" · ", act.categories());
        return new ActRow(
                act.id().toString(),
                involvedIn(act).stream().map(one -> accused(one, values)).toList(),
                codes,
                labels,
                values.get(id, Property.ACT_CATEGORY, codes),
                victim(act, values.find(id, Property.ACT_VICTIM).orElse(null)));
    }

    private static Party accused(InvolvementRow involvement, Values values) {
        EntityId id = new EntityId(EntityKind.INVOLVEMENT, involvement.id());
        boolean known = involvement.perpetrator() != null;
        return new Party(
                Tracks.accusedName(involvement),
                RecordLinks.href(involvement.perpetratorKind(), involvement.perpetrator()),
                values.find(id, known ? Property.INVOLVEMENT_PERPETRATOR : Property.INVOLVEMENT_RESPONSIBLE)
                        .orElse(null));
    }

    private static Party victim(ActRows.ActRow act, @Nullable Value value) {
        return new Party(act.victimName(), RecordLinks.href(act.victimKind(), act.victim()), value);
    }

    /// Victims, groups, victimizations and acts, by the rules of [Tally].
    public Counts counts() {
        Tally tally = Tally.of(coded());
        return new Counts(tally.victims(), tally.groups(), tally.victimizations(), tally.acts());
    }

    /// The acts of which the record knows the victim.
    private List<CodedAct> coded() {
        List<CodedAct> coded = new ArrayList<>();
        for (ActRows.ActRow act : acts) {
            if (act.victim() == null || act.victimKind() == null) continue;
            Set<String> accused =
                    involvedIn(act).stream().map(EventActs::key).collect(Collectors.toCollection(LinkedHashSet::new));
            coded.add(new CodedAct(
                    event, new EntityId(EntityKind.of(act.victimKind()), act.victim()), act.categories(), accused));
        }
        return coded;
    }

    private static String key(InvolvementRow involvement) {
        return involvement.perpetrator() != null
                ? involvement.perpetrator().toString()
                : involvement.responsible() != null
                        ? "code:" + involvement.responsible()
                        : "involvement:" + involvement.id();
    }

    /// How many identified persons the record has for what a figure counts; null when the figure counts something that
    /// no category names.
    public @Nullable Integer identified(FigureUnit unit) {
        @Nullable
        Deed deed = switch (unit) {
            case KILLED -> Deed.KILLING;
            case WOUNDED -> Deed.INJURY;
            case DISAPPEARED -> Deed.DISAPPEARANCE;
            case DETAINED -> Deed.DETENTION;
            case DISPLACED -> Deed.DISPLACEMENT;
            case THREATENED -> Deed.THREAT;
            case ATTACKED -> Deed.ATTEMPT;
            case OTHER -> null;
        };
        if (deed == null) return null;
        return (int) acts.stream()
                .filter(act -> EntityKind.PERSON.code().equals(act.victimKind()))
                .filter(act -> act.categories().stream()
                        .anyMatch(code -> Deed.of(code).filter(deed::equals).isPresent()))
                .map(ActRows.ActRow::victim)
                .distinct()
                .count();
    }

    /// The parties accused of an act of the event.
    Set<UUID> accused() {
        return involved.values().stream()
                .flatMap(List::stream)
                .map(InvolvementRow::perpetrator)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// The codes of the presumed responsible accused of an act of the event.
    Set<String> responsible() {
        return involved.values().stream()
                .flatMap(List::stream)
                .map(InvolvementRow::responsible)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
