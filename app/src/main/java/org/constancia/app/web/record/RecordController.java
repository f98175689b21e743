package org.constancia.app.web.record;

import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.SeeOther;
import org.constancia.app.web.page.Templates;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Events, persons and groups, rival statements and histories.
@Controller
public final class RecordController {
    private final Templates templates;
    private final RecordPages record;
    private final RecordDesk desk;

    public RecordController(Templates templates, RecordPages record, RecordDesk desk) {
        this.templates = templates;
        this.record = record;
        this.desk = desk;
    }

    @GetMapping("/events")
    public View events(Page page, @RequestParam(name = "page", defaultValue = "1") int number) {
        return templates.show("list", page, record.listEvents(Math.max(1, number)));
    }

    @GetMapping("/events/{id}")
    public View event(Page page, @PathVariable String id, @RequestParam(defaultValue = "") String acts) {
        EventPage event = acts.equals("all") ? record.getEventWithAllActs(id) : record.getEvent(id);
        return templates.show("event", page, event);
    }

    @PostMapping("/events/{id}/public")
    public View setPublic(@PathVariable String id, @RequestParam boolean isPublic) {
        desk.setPublic(id, isPublic);
        return SeeOther.withNotice("/events/" + id, isPublic ? "made-public" : "made-internal");
    }

    @GetMapping("/persons")
    public View persons(Page page, @RequestParam(name = "page", defaultValue = "1") int number) {
        return templates.show("list", page, record.listPersons(Math.max(1, number)));
    }

    @GetMapping("/persons/{id}")
    public View person(Page page, @PathVariable String id) {
        return templates.show("person", page, record.getPerson(id));
    }

    @GetMapping("/groups/{id}")
    public View group(Page page, @PathVariable String id) {
        return templates.show("person", page, record.getGroup(id));
    }

    @GetMapping("/conflicts")
    public View conflicts(Page page, @RequestParam(name = "page", defaultValue = "1") int number) {
        return templates.show("list", page, record.listConflicts(Math.max(1, number)));
    }

    @GetMapping("/conflicts/{subject}/{property}")
    public View conflict(Page page, @PathVariable String subject, @PathVariable String property) {
        return templates.show("conflict", page, record.getConflict(subject, Property.of(property)));
    }

    @PostMapping("/conflicts/{subject}/{property}")
    public View resolve(
            Page page,
            @PathVariable String subject,
            @PathVariable String property,
            @RequestParam(defaultValue = "") String statement,
            @RequestParam(defaultValue = "") String reason) {
        Property about = Property.of(property);
        @Nullable String chosen = statement.isBlank() || statement.equals("all") ? null : statement;
        if (reason.isBlank()) {
            return templates.show(
                    "conflict", page, record.getConflict(subject, about).withoutReason(statement));
        }
        desk.resolve(subject, about, chosen, reason.strip());
        return SeeOther.withNotice(record.getConflict(subject, about).subject().href(), "resolved");
    }

    @GetMapping("/history/{subject}")
    public View history(
            Page page, @PathVariable String subject, @RequestParam(name = "page", defaultValue = "1") int number) {
        return templates.show("history", page, record.getHistory(subject, Math.max(1, number)));
    }
}
