package org.constancia.app.web.geography;

import org.constancia.app.chart.Charts;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// The map and the timeline.
@Controller
public final class GeographyController {
    private final Templates templates;
    private final Geography geography;
    private final Charts charts;

    public GeographyController(Templates templates, Geography geography, Charts charts) {
        this.templates = templates;
        this.geography = geography;
        this.charts = charts;
    }

    @GetMapping("/map")
    public View map(Page page) {
        return templates.show("map", page, geography.map());
    }

    @GetMapping("/map/places.json")
    @ResponseBody
    public MapData places(Page page) {
        return MapData.of(geography.map(), page.words());
    }

    @GetMapping("/timeline")
    public View timeline(Page page) {
        return templates.show("timeline", page, TimelineView.of(geography.timeline(), page.words(), charts));
    }
}
