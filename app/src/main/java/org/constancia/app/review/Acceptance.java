package org.constancia.app.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.constancia.app.proposal.Proposed.SlotValue;
import org.constancia.app.web.inbox.InboxPage.Label;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.place.Place;
import org.constancia.core.place.PlaceKind;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.StatementId;
import org.constancia.core.record.Value;
import org.constancia.core.time.PartialDate;
import org.constancia.store.candidate.CandidateRow;
import org.constancia.store.record.Writing;
import org.constancia.store.source.TextRow;
import org.jspecify.annotations.Nullable;

/// Writes the statements of one accepted proposal. Each rests on the span of its own words where they stand in the
/// text, on the proposal's passage otherwise; what was inferred says so and why.
final class Acceptance {
    /// Ends the name of the attribute that marks a value as entered by the reviewer.
    static final String BY_REVIEWER = "ByReviewer";

    private final Writing writing;
    private final Gazetteer gazetteer;
    private final CandidateRow row;
    private final TextRow text;
    private final @Nullable String attributedTo;
    private final Basis basis;
    private final Map<Label, String> people;
    private final List<StatementId> made = new ArrayList<>();

    /// @param basis on what ground the proposal's own words are stated
    /// @param attributedTo who says so, when it is not the source itself
    /// @param people whom the reviewer recognised, by role; blank for somebody new
    Acceptance(
            Writing writing,
            Gazetteer gazetteer,
            CandidateRow row,
            TextRow text,
            Basis basis,
            @Nullable String attributedTo,
            Map<Label, String> people) {
        this.writing = writing;
        this.gazetteer = gazetteer;
        this.row = row;
        this.text = text;
        this.basis = basis;
        this.people = Map.copyOf(people);
        this.attributedTo = attributedTo;
    }

    /// The statements that were made, in order.
    List<StatementId> made() {
        return List.copyOf(made);
    }

    EntityId create(EntityKind kind) {
        return writing.create(kind);
    }

    /// States what the passage itself says.
    void state(EntityId subject, Property property, Value value) {
        record(new Claim(subject, property, value, basis, attributedTo, passage(), null));
    }

    void state(EntityId subject, Property property, Enum<?> code) {
        state(subject, property, new Value.Code(CodeList.code(code)));
    }

    void state(EntityId subject, Property property, EntityId target) {
        state(subject, property, new Value.Reference(target));
    }

    /// States a value where the slot's words stand, or as inferred where no words do.
    void state(EntityId subject, Property property, Value value, SlotValue slot) {
        if (slot.inferred() != null) {
            record(new Claim(subject, property, value, Basis.INFERRED, attributedTo, passage(), slot.inferred()));
        } else {
            record(new Claim(subject, property, value, basis, attributedTo, passage(slot), null));
        }
    }

    /// States something that follows from the proposal without being said in it.
    void infer(EntityId subject, Property property, Value value, String reason) {
        record(new Claim(subject, property, value, Basis.INFERRED, attributedTo, passage(), reason));
    }

    /// States an allegation against somebody.
    void allege(EntityId subject, Property property, Value value, SlotValue slot) {
        record(new Claim(subject, property, value, Basis.ALLEGED, attributedTo, passage(slot), slot.inferred()));
    }

    private void record(Claim claim) {
        made.add(writing.statements().accept(claim));
    }

    /// The person or group that a slot names: the one the reviewer recognised; without a word from the reviewer the one
    /// on record under exactly this name; or a new one.
    EntityId party(Label role, SlotValue name, Optional<SlotValue> office) {
        String recognised = people.get(role);
        if (recognised != null && !recognised.isBlank()) return EntityId.parse(recognised);
        Optional<EntityId> known =
                recognised == null ? new KnownNames(writing.jdbc()).find(name.value()) : Optional.empty();
        if (known.isPresent()) return known.get();
        EntityKind kind = KnownNames.kindOf(name.value(), office.isPresent());
        EntityId party = create(kind);
        state(
                party,
                kind == EntityKind.PERSON ? Property.PERSON_NAME : Property.GROUP_NAME,
                new Value.Text(name.value()),
                name);
        if (kind == EntityKind.PERSON) {
            office.ifPresent(said -> state(party, Property.PERSON_OCCUPATION, new Value.Text(said.value()), said));
        }
        return party;
    }

    /// The act of an event that these words are about: its only one, or the only one whose victim they name.
    Optional<EntityId> knownAct(EntityId event, String words) {
        record Known(UUID id, boolean named) {}
        List<Known> acts = writing.jdbc()
                .sql("""
                        select a.id, coalesce(position(plain(p.name) in plain(:words)) > 0, false) as named
                        from act a left join person p on p.id = a.victim
                        where a.event = :event
                        """)
                .param("words", words)
                .param("event", event.value())
                .query((found, number) -> new Known(found.getObject("id", UUID.class), found.getBoolean("named")))
                .list();
        List<Known> named = acts.stream().filter(Known::named).toList();
        List<Known> meant = acts.size() == 1 ? acts : named;
        return meant.size() == 1
                ? Optional.of(new EntityId(EntityKind.ACT, meant.getFirst().id()))
                : Optional.empty();
    }

    /// The place that a slot names, as far as the gazetteer knows it; on record or new.
    ///
    /// @param codes what the extractor thinks it can mean, likeliest first
    Optional<EntityId> place(SlotValue slot, List<String> codes) {
        Optional<Place> meant = codes.stream()
                .flatMap(code -> gazetteer.find(code).stream())
                .findFirst()
                .or(() -> gazetteer.listCandidates(slot.value()).stream().findFirst());
        if (meant.isEmpty() || meant.get().kind() == PlaceKind.REGION) return Optional.empty();
        return Optional.of(onRecord(meant.get()).orElseGet(() -> create(meant.get())));
    }

    private Optional<EntityId> onRecord(Place place) {
        return writing.jdbc()
                .sql("select id from place where code = :code order by id limit 1")
                .param("code", place.code())
                .query((found, number) -> new EntityId(EntityKind.PLACE, found.getObject("id", UUID.class)))
                .optional();
    }

    private EntityId create(Place place) {
        EntityId id = create(EntityKind.PLACE);
        String reason = "from the gazetteer (" + Gazetteer.ATTRIBUTION + ")";
        infer(id, Property.PLACE_NAME, new Value.Text(place.name()), reason);
        if (!place.country().isEmpty()) infer(id, Property.PLACE_COUNTRY, new Value.Code(place.country()), reason);
        infer(id, Property.PLACE_CODE, new Value.Code(place.code()), reason);
        infer(id, Property.PLACE_PRECISION, new Value.Code(CodeList.code(precision(place.kind()))), reason);
        if (place.latitude() != null && place.longitude() != null) {
            infer(id, Property.PLACE_LATITUDE, new Value.Degrees(place.latitude()), reason);
            infer(id, Property.PLACE_LONGITUDE, new Value.Degrees(place.longitude()), reason);
        }
        return id;
    }

    private static PlacePrecision precision(PlaceKind kind) {
        return switch (kind) {
            case REGION, COUNTRY -> PlacePrecision.COUNTRY;
            case DEPARTMENT -> PlacePrecision.DEPARTMENT;
            case MUNICIPALITY -> PlacePrecision.MUNICIPALITY;
            case TOWN -> PlacePrecision.LOCALITY;
        };
    }

    /// States a date: the days the extractor resolved it to, on the words that say it.
    ///
    /// @param edtf null when the words could not be resolved; then nothing is stated
    void date(
            EntityId subject,
            Property property,
            @Nullable String edtf,
            @Nullable String anchor,
            Optional<SlotValue> slot) {
        if (edtf == null) return;
        Value value = new Value.Date(PartialDate.parse(edtf));
        if (slot.isPresent() && anchor != null) {
            record(new Claim(
                    subject,
                    property,
                    value,
                    Basis.INFERRED,
                    attributedTo,
                    passage(slot.get()),
                    "read from “" + slot.get().value() + "” with " + anchor + " as the day of publication"));
        } else if (slot.isPresent()) {
            state(subject, property, value, slot.get());
        } else {
            state(subject, property, value);
        }
    }

    private PassageId passage() {
        return writing.sources().mark(row.source(), row.layer(), row.start(), row.end(), row.text());
    }

    private PassageId passage(SlotValue slot) {
        Integer start = slot.start();
        Integer end = slot.end();
        if (start == null || end == null || row.layer() != text.layer()) return passage();
        return writing.sources().mark(row.source(), row.layer(), start, end, slot.value());
    }
}
