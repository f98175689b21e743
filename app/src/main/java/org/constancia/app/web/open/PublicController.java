package org.constancia.app.web.open;

import jakarta.servlet.http.HttpServletRequest;
import org.constancia.app.chart.Charts;
import org.constancia.app.web.accountability.AccountabilityForm;
import org.constancia.app.web.accountability.AccountabilityView;
import org.constancia.app.web.geography.MapData;
import org.constancia.app.web.open.PublicView.Trouble;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.SeeOther;
import org.constancia.app.web.page.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// The public pages. They read through [PublicRecord] only, which knows nothing that is not published.
@Controller
@RequestMapping("/public")
public final class PublicController {
    private static final int LONGEST_CONTACT = 200;

    private final Templates templates;
    private final PublicRecord record;
    private final ReplyLimit limit;
    private final Charts charts;

    public PublicController(Templates templates, PublicRecord record, ReplyLimit limit, Charts charts) {
        this.templates = templates;
        this.record = record;
        this.limit = limit;
        this.charts = charts;
    }

    @GetMapping
    public View home(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "page", defaultValue = "1") int number) {
        return templates.show("public-home", page, record.listEvents(q.strip(), Math.max(1, number)));
    }

    @GetMapping("/events/{id}")
    public View event(Page page, @PathVariable String id) {
        return templates.show("public-event", page, PublicView.of(record.getEvent(id)));
    }

    @GetMapping("/accountability")
    public View accountability(Page page, AccountabilityForm form) {
        return templates.show(
                "public-accountability",
                page,
                AccountabilityView.of(record.accountability(form.query()), page.words(), charts));
    }

    @GetMapping("/map")
    public View map(Page page) {
        return templates.show("public-map", page, record.map());
    }

    @GetMapping("/map/places.json")
    @ResponseBody
    public MapData places(Page page) {
        return MapData.of(record.map(), page.words());
    }

    @GetMapping("/about")
    public View about(Page page) {
        return templates.show("public-about", page);
    }

    @PostMapping("/events/{id}/reply")
    public View reply(
            Page page,
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam(defaultValue = "CORRECTION") NewReply.Purpose purpose,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String contact) {
        PublicEventPage event = record.getEvent(id);
        Trouble trouble = Trouble.NONE;
        if (message.isBlank()) trouble = Trouble.EMPTY;
        else if (message.length() > NewReply.LONGEST_MESSAGE || contact.length() > LONGEST_CONTACT)
            trouble = Trouble.TOO_LONG;
        else if (!limit.admits(request.getRemoteAddr())) trouble = Trouble.TOO_OFTEN;
        if (trouble != Trouble.NONE)
            return templates.show("public-event", page, new PublicView(event, message, contact, trouble));
        record.reply(new NewReply(event.id(), purpose, message.strip(), contact.strip()));
        return SeeOther.withNotice("/public/events/" + id, "reply-sent");
    }
}
