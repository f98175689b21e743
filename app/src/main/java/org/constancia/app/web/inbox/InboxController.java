package org.constancia.app.web.inbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.constancia.app.web.inbox.InboxView.Cut;
import org.constancia.app.web.inbox.InboxView.Mode;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.SeeOther;
import org.constancia.app.web.page.Templates;
import org.constancia.app.web.search.Pick;
import org.constancia.app.web.search.RecordSearch;
import org.constancia.app.web.search.SearchPage;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The inbox. Every decision is a form that works without scripts; the keys press its buttons.
@Controller
public final class InboxController {
    private static final Pattern WORD_END = Pattern.compile("\\S(?=\\s)");
    private static final int SHOWN_WORDS = 60;

    private final Templates templates;
    private final InboxDesk desk;
    private final RecordSearch search;

    public InboxController(Templates templates, InboxDesk desk, RecordSearch search) {
        this.templates = templates;
        this.desk = desk;
        this.search = search;
    }

    @GetMapping("/inbox")
    public View inbox(
            Page page,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String current,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(defaultValue = "") String event) {
        InboxPage inbox = desk.inbox(new InboxQuery(blankToNull(source), kind(kind), blankToNull(language), current));
        Mode doing = mode(mode);
        List<Pick> picks =
                doing == Mode.ATTACH && !event.isBlank() ? search.pick(event, SearchPage.Kind.EVENT) : List.of();
        return templates.show(
                "inbox",
                page,
                new InboxView(inbox, doing, event, picks, doing == Mode.SPLIT ? cuts(inbox) : List.of()));
    }

    @GetMapping("/replies")
    public View replies(Page page) {
        return templates.show("replies", page, desk.inbox(new InboxQuery(null, null, null, null)));
    }

    @PostMapping("/inbox/{card}/accept")
    public View accept(@PathVariable String card, @RequestParam Map<String, String> form) {
        String event = form.getOrDefault("event", "");
        Map<InboxPage.Label, String> people = new EnumMap<>(InboxPage.Label.class);
        for (InboxPage.Label role : InboxPage.Label.values()) {
            String person = form.getOrDefault("person-" + role, "");
            if (!person.isBlank()) people.put(role, person);
        }
        desk.accept(card, event.isBlank() ? null : event, people);
        return back(form, "accepted");
    }

    @PostMapping("/inbox/{card}/reject")
    public View reject(@PathVariable String card, @RequestParam Map<String, String> form) {
        desk.reject(card, form.getOrDefault("reason", "").strip());
        return back(form, "rejected");
    }

    @PostMapping("/inbox/{card}/edit")
    public View edit(@PathVariable String card, @RequestParam Map<String, String> form) {
        Map<InboxPage.Label, String> values = new EnumMap<>(InboxPage.Label.class);
        for (InboxPage.Label label : InboxPage.Label.values()) {
            String value = form.get("value-" + label);
            String before = form.getOrDefault("was-" + label, "");
            if (value != null && !value.strip().equals(before)) values.put(label, value.strip());
        }
        desk.edit(card, values);
        return back(form, "edited");
    }

    @PostMapping("/inbox/{card}/split")
    public View split(@PathVariable String card, @RequestParam int at, @RequestParam Map<String, String> form) {
        desk.split(card, at);
        return back(form, "split");
    }

    @PostMapping("/inbox/{card}/undo")
    public View undo(@PathVariable String card, @RequestParam Map<String, String> form) {
        desk.undo(card);
        return back(form, "undone");
    }

    @PostMapping("/inbox/replies/{reply}/close")
    public View closeReply(@PathVariable String reply, @RequestParam Map<String, String> form) {
        desk.closeReply(reply);
        return back(form, "reply-closed");
    }

    @PostMapping("/sources/{source}/published")
    public View setPublished(
            @PathVariable String source, @RequestParam String published, @RequestParam Map<String, String> form) {
        desk.setPublished(source, published.strip());
        return back(form, "dated");
    }

    @PostMapping("/sources/{source}/outlet")
    public View setOutlet(
            @PathVariable String source, @RequestParam String outlet, @RequestParam Map<String, String> form) {
        desk.setOutlet(source, outlet.strip());
        return back(form, "outlet-set");
    }

    /// Where the form says it came from, if that is a page of the inbox or of a source.
    private static View back(Map<String, String> form, String notice) {
        String back = form.getOrDefault("back", "/inbox");
        boolean ours = back.matches("/(inbox|sources|replies)([/?#][\\w./?#&=%-]*)?");
        return SeeOther.withNotice(ours ? back : "/inbox", notice);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static InboxPage.@Nullable Kind kind(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        try {
            return InboxPage.Kind.valueOf(code);
        } catch (IllegalArgumentException unknown) {
            throw new ConstanciaException(Problem.USAGE, "There is no such kind of proposal", unknown)
                    .with("kind", code);
        }
    }

    private static Mode mode(@Nullable String code) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(code)) return mode;
        }
        return Mode.READ;
    }

    private static List<Cut> cuts(InboxPage inbox) {
        InboxPage.Card card = inbox.current();
        if (card == null || inbox.source() == null) return List.of();
        String text = inbox.source().text().substring(card.start(), card.end());
        List<Cut> cuts = new ArrayList<>();
        for (Matcher word = WORD_END.matcher(text); word.find(); ) {
            cuts.add(new Cut(
                    card.start() + word.end(),
                    tail(text.substring(0, word.end())),
                    head(text.substring(word.end()).strip())));
        }
        return cuts;
    }

    private static String tail(String text) {
        return text.length() <= SHOWN_WORDS ? text : "…" + text.substring(text.length() - SHOWN_WORDS);
    }

    private static String head(String text) {
        return text.length() <= SHOWN_WORDS ? text : text.substring(0, SHOWN_WORDS) + "…";
    }
}
