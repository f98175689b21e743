package org.constancia.app.record;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.web.record.ActGridPage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.Value;
import org.constancia.core.time.PartialDate;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.ActRows.ActRow;
import org.constancia.store.event.ActRows.InvolvementRow;
import org.constancia.store.record.Writing;
import org.constancia.store.statement.EntityNames;
import org.jspecify.annotations.Nullable;

/// Writes the acts of a grid in one transaction: every tick is an act upon the person of its row, with every chosen
/// alleged perpetrator involved. All statements rest on the one passage the grid cites.
///
/// What is on record already is not written twice: an act upon the same person under the same category in the same
/// event gets the new passage as one more statement, and only those accused who were not.
final class ActWriting {
    /// Stands before the code of a presumed responsible party where a record's identifier could stand too.
    static final String RESPONSIBLE = "responsible:";

    private final Writing writing;
    private final EntityId event;
    private final PassageId passage;
    private final Basis basis;
    private final List<ActRow> known;
    private final List<InvolvementRow> involved;

    ActWriting(Writing writing, EntityId event, PassageId passage, Basis basis) {
        this.writing = writing;
        this.event = event;
        this.passage = passage;
        this.basis = basis;
        this.known = ActRows.listOfEvent(writing.jdbc(), event.value());
        this.involved = ActRows.listInvolved(
                writing.jdbc(), known.stream().map(ActRow::id).toList());
    }

    /// @param perpetratorIds `group:…`, `person:…` or `responsible:` and a code
    /// @return the acts written: victim × category × alleged perpetrator, those on record already not among them
    int write(List<String> perpetratorIds, List<ActGridPage.Row> rows) {
        int written = 0;
        for (ActGridPage.Row row : rows) {
            if (row.ticked().isEmpty()) continue;
            EntityId victim = victim(row);
            for (String category : row.ticked()) written += write(victim, category, perpetratorIds);
        }
        return written;
    }

    private int write(EntityId victim, String category, List<String> perpetratorIds) {
        Optional<ActRow> earlier = known.stream()
                .filter(act ->
                        victim.value().equals(act.victim()) && act.categories().contains(category))
                .findFirst();
        EntityId act = earlier.map(found -> new EntityId(EntityKind.ACT, found.id()))
                .orElseGet(() -> writing.create(EntityKind.ACT));
        if (earlier.isEmpty()) {
            state(act, Property.ACT_EVENT, new Value.Reference(event));
            state(act, Property.ACT_VICTIM, new Value.Reference(victim));
        }
        state(act, Property.ACT_CATEGORY, Property.ACT_CATEGORY.parse(category));
        Set<String> accused = accusedOf(act.value());
        int added = 0;
        for (String perpetrator : perpetratorIds) {
            if (!accused.add(perpetrator)) continue;
            involve(act, perpetrator);
            added++;
        }
        return perpetratorIds.isEmpty() && earlier.isEmpty() ? 1 : added;
    }

    private Set<String> accusedOf(UUID act) {
        Set<String> accused = new HashSet<>();
        for (InvolvementRow one : involved) {
            if (!one.act().equals(act)) continue;
            accused.add(
                    one.perpetrator() == null
                            ? RESPONSIBLE + one.responsible()
                            : one.perpetratorKind() + ":" + one.perpetrator());
        }
        return accused;
    }

    private void involve(EntityId act, String perpetrator) {
        EntityId involvement = writing.create(EntityKind.INVOLVEMENT);
        state(involvement, Property.INVOLVEMENT_ACT, new Value.Reference(act));
        if (perpetrator.startsWith(RESPONSIBLE)) {
            Value code = Property.INVOLVEMENT_RESPONSIBLE.parse(perpetrator.substring(RESPONSIBLE.length()));
            state(involvement, Property.INVOLVEMENT_RESPONSIBLE, code);
        } else {
            Value party = new Value.Reference(known(perpetrator));
            state(involvement, Property.INVOLVEMENT_PERPETRATOR, party);
        }
    }

    private EntityId victim(ActGridPage.Row row) {
        return row.personId() == null ? newPerson(row) : known(row.personId());
    }

    private EntityId known(String id) {
        return EntityNames.find(writing.jdbc(), RecordIds.parse(id)).orElseThrow(() -> RecordIds.notFound(id));
    }

    /// Somebody new. A row without a name is a person whom nobody names (N.N.).
    private EntityId newPerson(ActGridPage.Row row) {
        EntityId person = writing.create(EntityKind.PERSON);
        state(person, Property.PERSON_SEX, new Value.Code(CodeList.code(row.sex())));
        if (isNamed(row.name())) {
            state(person, Property.PERSON_NAME, new Value.Text(row.name()));
            if (!row.given().isBlank()) state(person, Property.PERSON_GIVEN_NAMES, new Value.Text(row.given()));
            if (!row.surnames().isBlank()) state(person, Property.PERSON_SURNAMES, new Value.Text(row.surnames()));
        }
        if (!row.age().isBlank()) stateBirth(person, row.age());
        return person;
    }

    private static boolean isNamed(String name) {
        String letters = name.replaceAll("[^\\p{L}]", "");
        return !letters.isEmpty() && !letters.equalsIgnoreCase("nn");
    }

    /// Who was 22 on a day was born between 23 years less a day and 22 years before it.
    private void stateBirth(EntityId person, String typed) {
        int age = age(typed);
        @Nullable
        LocalDate day = writing.jdbc()
                .sql("select coalesce(date_earliest, date_latest) from event where id = :event")
                .param("event", event.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
        if (day == null) {
            throw new ConstanciaException(
                            Problem.BAD_INPUT,
                            "An age says when somebody was born only when the event has a date; give the event its date"
                                    + " first, or leave the age out")
                    .with("age", typed);
        }
        String born = day.minusYears(age + 1L).plusDays(1) + "/" + day.minusYears(age);
        Value birth = new Value.Date(PartialDate.parse(born));
        writing.statements()
                .accept(new Claim(
                        person,
                        Property.PERSON_BIRTH,
                        birth,
                        Basis.INFERRED,
                        null,
                        passage,
                        "inferred from the age given, " + age + ", on " + day));
    }

    private static int age(String typed) {
        try {
            int age = Integer.parseInt(typed.strip());
            if (age >= 0 && age <= 130) return age;
        } catch (NumberFormatException malformed) {
            throw new ConstanciaException(Problem.BAD_INPUT, "An age is a whole number of years", malformed)
                    .with("age", typed);
        }
        throw new ConstanciaException(Problem.BAD_INPUT, "An age is a whole number of years").with("age", typed);
    }

    private void state(EntityId subject, Property property, Value value) {
        writing.statements().accept(new Claim(subject, property, value, basis, null, passage, null));
    }
}
