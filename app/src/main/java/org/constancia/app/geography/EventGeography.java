package org.constancia.app.geography;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.Places;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.web.geography.Geography;
import org.constancia.app.web.geography.MapPage;
import org.constancia.app.web.geography.TimelinePage;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.store.event.EventRows;
import org.constancia.store.event.EventRows.Placed;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.jspecify.annotations.Nullable;

/// The events of the session by place and by time.
public final class EventGeography implements Geography {
    private final Records records;
    private final Supplier<Session> session;
    private final Places places;

    public EventGeography(Records records, Supplier<Session> session, Places places) {
        this.records = records;
        this.session = session;
        this.places = places;
    }

    @Override
    public MapPage map() {
        Map<UUID, PlaceShown> shown = new LinkedHashMap<>();
        Map<UUID, List<MapPage.Happening>> happenings = new LinkedHashMap<>();
        int without = 0;
        for (Placed event : records.read(session.get(), EventRows::listPlaced)) {
            @Nullable PlaceShown place = places.shown(event.place());
            if (place == null || event.place() == null) {
                without++;
                continue;
            }
            UUID id = event.place().id();
            shown.putIfAbsent(id, place);
            happenings
                    .computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new MapPage.Happening(
                            RecordLinks.event(event.id(), event.title(), event.number()), Dates.read(event.date())));
        }
        return new MapPage(merged(shown, happenings), without);
    }

    /// One spot for each place shown, though the record may hold one place under several identifiers.
    private static List<MapPage.Spot> merged(
            Map<UUID, PlaceShown> shown, Map<UUID, List<MapPage.Happening>> happenings) {
        Map<PlaceShown, List<MapPage.Happening>> spots = new LinkedHashMap<>();
        happenings.forEach((id, events) -> {
            @Nullable PlaceShown place = shown.get(id);
            if (place != null)
                spots.computeIfAbsent(place, _ -> new ArrayList<>()).addAll(events);
        });
        return spots.entrySet().stream()
                .map(spot -> new MapPage.Spot(spot.getKey(), List.copyOf(spot.getValue())))
                .toList();
    }

    @Override
    public TimelinePage timeline() {
        return new TimelinePage(records.read(session.get(), EventRows::listPlaced).stream()
                .map(event -> new TimelinePage.Entry(
                        RecordLinks.event(event.id(), event.title(), event.number()),
                        Dates.read(event.date()),
                        places.path(event.place()),
                        event.acts()))
                .toList());
    }
}
