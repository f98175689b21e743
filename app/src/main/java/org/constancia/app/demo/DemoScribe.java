package org.constancia.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.constancia.core.place.Gazetteer;
import org.constancia.core.place.Place;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.store.record.Writing;
import org.jspecify.annotations.Nullable;

/// Writes the statements of the fictional collection, each on the passage that says it.
final class DemoScribe {
    private static final String EDITORIAL = "decided by the editors of the fictional collection";

    private final Writing writing;
    private final Gazetteer gazetteer;
    private final Map<String, SourceId> sources;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, EntityId> places = new HashMap<>();

    DemoScribe(Writing writing, Gazetteer gazetteer, DemoData data, Map<String, SourceId> sources) {
        this.writing = writing;
        this.gazetteer = gazetteer;
        this.sources = sources;
        for (DemoData.DemoSource source : data.sources()) {
            texts.put(source.key(), new String(DemoData.resource(source.file()), StandardCharsets.UTF_8));
        }
    }

    EntityId create(EntityKind kind) {
        return writing.create(kind);
    }

    /// The passage of a source that has these words.
    PassageId passage(String source, String quote) {
        String text = Objects.requireNonNull(texts.get(source), source);
        int start = text.indexOf(quote);
        if (start < 0) throw new IllegalStateException("the demonstration quotes what no source says: " + quote);
        SourceId id = Objects.requireNonNull(sources.get(source), source);
        return writing.sources().mark(id, 1, start, start + quote.length(), quote);
    }

    void state(
            EntityId subject,
            Property property,
            @Nullable String value,
            Basis basis,
            @Nullable String by,
            PassageId passage) {
        if (value == null) return;
        writing.statements().accept(new Claim(subject, property, property.parse(value), basis, by, passage, null));
    }

    void state(EntityId subject, Property property, @Nullable String value, PassageId passage) {
        state(subject, property, value, Basis.OBSERVED, null, passage);
    }

    /// States what the editors decided and no source says, such as what is released.
    void decide(EntityId subject, Property property, @Nullable String value) {
        if (value == null) return;
        writing.statements()
                .accept(new Claim(subject, property, property.parse(value), Basis.INFERRED, null, null, EDITORIAL));
    }

    /// The place of a code of the gazetteer, on record once.
    EntityId place(String code) {
        return places.computeIfAbsent(code, this::createPlace);
    }

    private EntityId createPlace(String code) {
        Place place = gazetteer.find(code).orElseThrow(() -> new IllegalStateException("no such place: " + code));
        EntityId id = create(EntityKind.PLACE);
        String reason = "from the gazetteer (" + Gazetteer.ATTRIBUTION + ")";
        infer(id, Property.PLACE_NAME, place.name(), reason);
        infer(id, Property.PLACE_COUNTRY, place.country(), reason);
        infer(id, Property.PLACE_CODE, place.code(), reason);
        infer(id, Property.PLACE_PRECISION, CodeList.code(precision(place)), reason);
        if (place.latitude() != null)
            infer(id, Property.PLACE_LATITUDE, place.latitude().toString(), reason);
        if (place.longitude() != null)
            infer(id, Property.PLACE_LONGITUDE, place.longitude().toString(), reason);
        return id;
    }

    private void infer(EntityId subject, Property property, String value, String reason) {
        writing.statements()
                .accept(new Claim(subject, property, property.parse(value), Basis.INFERRED, null, null, reason));
    }

    private static PlacePrecision precision(Place place) {
        return switch (place.kind()) {
            case REGION, COUNTRY -> PlacePrecision.COUNTRY;
            case DEPARTMENT -> PlacePrecision.DEPARTMENT;
            case MUNICIPALITY -> PlacePrecision.MUNICIPALITY;
            case TOWN -> PlacePrecision.LOCALITY;
        };
    }
}
