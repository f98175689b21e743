package org.constancia.app.web.geography;

import java.util.List;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// Events by place, each place at the precision at which it is known.
///
/// @param without events whose place nobody says
public record MapPage(List<Spot> spots, int without) {

    public MapPage {
        spots = List.copyOf(spots);
    }

    public record Spot(PlaceShown place, List<Happening> events) {

        public Spot {
            events = List.copyOf(events);
        }
    }

    public record Happening(Link event, @Nullable PartialDate when) {}
}
