package org.constancia.app.dossier.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.page.Said;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.page.Words;
import org.constancia.app.web.record.EventPage;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList.Bound;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// The readable page of a dossier: who did what to whom, what was done about it, figures by source; sources as end
/// notes with their digests, custody of each item, and the place in the log at the foot. It prints disclosed
/// statements only.
public final class DossierPrint {
    private final DossierText text;
    private final EventPage event;
    private final Words words;
    private final Sheet sheet;

    private DossierPrint(DossierText text, Sheet sheet) {
        this.text = text;
        this.event = text.event();
        this.words = text.words();
        this.sheet = sheet;
    }

    /// The PDF.
    public static byte[] pdf(DossierText text) {
        try (Sheet sheet = new Sheet(text.words().language().code(), text.title(), text.made())) {
            DossierPrint print = new DossierPrint(text, sheet);
            print.head();
            print.acts();
            print.tracks();
            print.figures();
            print.sayings();
            print.contradictions();
            new DossierNotes(text, sheet).print();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int pages = sheet.pages();
            sheet.write(out, text.foot(), page -> text.words().say("dossier.page", page, pages));
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void head() {
        sheet.text(Style.NOTE, words.say("dossier.kind") + " · " + event.reference());
        sheet.skip(2);
        sheet.text(Style.TITLE, text.title());
        List<String> facts = new ArrayList<>();
        if (isOpen(event.whenValue()) && event.when() != null) facts.add(date(event.when()));
        if (isOpen(event.placeValue()) && event.place() != null) {
            facts.add(event.place().path() + " (" + words.of(event.place().precision()) + ")");
        }
        if (!facts.isEmpty()) sheet.text(Style.TEXT, String.join(" · ", facts));
        sheet.skip(5);
        sheet.text(Style.NOTE, words.say("dossier.made", words.moment(text.made(), text.zone())));
        sheet.text(Style.NOTE, words.say("dossier.alleged"));
        if (text.fictional()) sheet.text(Style.WARNING, words.say("app.fictional"));
        if (text.withheld() > 0) sheet.text(Style.WARNING, words.say("dossier.withheld", text.withheld()));
        sheet.skip(6);
        sheet.rule(Style.ACCENT, 1.2f);
        if (isOpen(event.description()) && event.description() != null) {
            heading("event.what-happened");
            sheet.text(Style.PROSE, event.description().text() + " " + marks(event.description()));
        }
    }

    private void heading(String key) {
        heading(sheet, words.say(key));
    }

    static void heading(Sheet sheet, String title) {
        sheet.keep(60);
        sheet.skip(12);
        sheet.text(Style.HEAD, title);
        sheet.skip(3);
        sheet.rule(Style.HAIR, 0.5f);
        sheet.skip(2);
    }

    private void acts() {
        List<EventPage.ActRow> acts =
                event.acts().stream().filter(act -> isOpen(act.did())).toList();
        heading("event.who-what-whom");
        if (acts.isEmpty()) {
            sheet.text(Style.NOTE, words.say("dossier.no-acts"));
            return;
        }
        float[] widths = {130, 165, 110, 66};
        titles(widths, "dossier.by", "dossier.did", "dossier.to", "dossier.sources");
        for (EventPage.ActRow act : acts) {
            String by = act.by().stream().map(this::party).distinct().collect(Collectors.joining("\n"));
            sheet.row(
                    List.of(
                            new Sheet.Cell(
                                    Style.TEXT,
                                    by.isEmpty() ? words.say("dossier.nobody-named") : by,
                                    widths[0],
                                    false),
                            new Sheet.Cell(
                                    Style.TEXT,
                                    words.categories(act.code()) + " " + act.code() + "\n" + basis(act.did()),
                                    widths[1],
                                    false),
                            new Sheet.Cell(Style.STRONG, party(act.to()), widths[2], false),
                            new Sheet.Cell(Style.NOTE, marksOf(act), widths[3], false)),
                    8);
            line();
        }
        if (text.withheld() == 0) {
            sheet.text(
                    Style.NOTE,
                    words.say(
                            "event.acts-count",
                            event.counts().acts(),
                            event.counts().victims(),
                            event.counts().groups()));
        }
    }

    private String party(EventPage.Party party) {
        if (party.value() != null && !isOpen(party.value())) return words.say("dossier.withheld-one");
        return party.name() == null ? "N.N." : party.name();
    }

    private String marksOf(EventPage.ActRow act) {
        List<Value> values = new ArrayList<>();
        values.add(act.did());
        if (act.to().value() != null) values.add(act.to().value());
        act.by().stream().map(EventPage.Party::value).forEach(value -> {
            if (value != null) values.add(value);
        });
        Set<Integer> notes = new TreeSet<>();
        values.forEach(value -> notes.addAll(notes(value)));
        return marks(notes);
    }

    private void tracks() {
        heading("event.what-done");
        Set<String> open = event.acts().stream()
                .filter(act -> isOpen(act.did()))
                .map(act -> "#act-" + act.id())
                .collect(Collectors.toSet());
        List<Track> tracks = event.tracks().stream()
                .filter(track -> text.withheld() == 0
                        || open.stream().anyMatch(act -> track.act().href().endsWith(act)))
                .toList();
        if (tracks.stream().noneMatch(Track::hasProceeding)) {
            sheet.text(Style.TEXT, words.say("dossier.no-proceeding"));
        }
        for (Track track : tracks) if (track.hasProceeding()) track(track);
        if (text.withheld() == 0) {
            sheet.text(
                    Style.NOTE, words.say("event.without-proceeding", event.actsWithoutProceeding(), event.actTotal()));
        }
    }

    private void track(Track track) {
        sheet.keep(50);
        String against = track.accused() == null ? words.say("dossier.nobody-named") : track.accused();
        sheet.text(
                Style.SUB,
                words.categories(track.category()) + " · " + track.act().text() + " ← " + against);
        List<String> court = new ArrayList<>();
        if (track.jurisdiction() != null) court.add(words.of(track.jurisdiction()));
        if (!track.court().isBlank()) court.add(track.court());
        if (!track.caseNumber().isBlank()) court.add(track.caseNumber());
        if (!court.isEmpty()) sheet.text(Style.NOTE, String.join(" · ", court));
        for (Track.Station station : track.stations()) {
            if (station.state() == Track.State.NOT_REACHED || !isOpenOrAbsent(station.value())) continue;
            String said = station.value() == null ? "" : " " + marks(station.value());
            String when = station.when() == null ? words.say("date.unknown") : date(station.when());
            String note = station.note().isBlank() ? "" : ". " + station.note();
            sheet.row(
                    List.of(
                            new Sheet.Cell(Style.NOTE, when, 110, false),
                            new Sheet.Cell(
                                    Style.TEXT, words.of(station.stage()) + note + said, sheet.width() - 110, false)),
                    8);
        }
        if (track.daysSince() != null) {
            sheet.text(Style.NOTE, words.say("dossier.days-since", track.daysSince()));
        }
        sheet.skip(6);
    }

    private void figures() {
        for (EventPage.FigureGroup group : event.figures()) {
            List<EventPage.FigureRow> rows =
                    group.rows().stream().filter(row -> isOpen(row.value())).toList();
            if (rows.isEmpty()) continue;
            String what = group.what().isBlank() ? "" : " (" + group.what() + ")";
            heading(sheet, words.say("event.figures-of", words.of(group.unit())) + what);
            if (group.disagree()) sheet.text(Style.WARNING, "≠ " + words.say("dossier.disagree"));
            float[] widths = {70, 180, 115, 106};
            titles(widths, "dossier.number", "dossier.said-by", "dossier.when", "dossier.scope");
            for (EventPage.FigureRow row : rows) {
                String when = row.said() == null ? "" : date(row.said());
                sheet.row(
                        List.of(
                                new Sheet.Cell(Style.STRONG, number(row), widths[0], true),
                                new Sheet.Cell(Style.TEXT, row.source() + " " + marks(row.value()), widths[1], false),
                                new Sheet.Cell(Style.TEXT, when, widths[2], false),
                                new Sheet.Cell(Style.TEXT, row.scope(), widths[3], false)),
                        8);
                line();
            }
        }
    }

    private String number(EventPage.FigureRow row) {
        String least = words.number(row.number());
        if (row.max() != null) return least + "–" + words.number(row.max());
        return row.bound() == Bound.EXACT ? least : words.of(row.bound()) + " " + least;
    }

    private void sayings() {
        List<EventPage.OtherVersion> versions = event.otherVersions().stream()
                .filter(version -> isOpen(version.value()))
                .toList();
        if (!versions.isEmpty()) {
            heading("dossier.other-version");
            for (EventPage.OtherVersion version : versions) {
                sheet.text(Style.QUOTE, "«" + version.quote() + "» " + marks(version.value()));
                String when = version.said() == null ? "" : " · " + date(version.said());
                sheet.text(Style.NOTE, version.by() + when);
                sheet.skip(4);
            }
        }
        sayings("event.said", event.statements());
        sayings("event.commitments", event.commitments());
        sayings("dossier.demands", event.demands());
    }

    private void sayings(String key, List<EventPage.Saying> all) {
        List<EventPage.Saying> sayings =
                all.stream().filter(saying -> isOpen(saying.value())).toList();
        if (sayings.isEmpty()) return;
        heading(key);
        for (EventPage.Saying saying : sayings) {
            String role = saying.role().isBlank() ? "" : ", " + saying.role();
            String when = saying.when() == null ? "" : " · " + date(saying.when());
            sheet.keep(30);
            sheet.text(Style.SUB, saying.who().text() + role + when);
            sheet.text(Style.PROSE, saying.value().text() + " " + marks(saying.value()));
            sheet.skip(4);
        }
    }

    /// Values on which statements in force differ, with all of them and the decision, if there is one.
    private void contradictions() {
        List<Value> rival = text.rivals().stream().filter(this::isOpen).toList();
        if (rival.isEmpty()) return;
        heading("event.contradictions");
        for (Value value : rival) {
            sheet.keep(40);
            sheet.text(Style.SUB, words.property(value.property()));
            for (Said said : value.said()) {
                if (!text.isOpen(said)) continue;
                String mark = said.preferred() && value.decision() != null ? "→ " : "  ";
                String by = said.assertedBy() == null ? "" : " · " + said.assertedBy();
                sheet.text(
                        Style.TEXT,
                        mark + words.value(value.property(), said.value()) + by + " " + marks(text.note(said)));
            }
            if (value.decision() != null) {
                sheet.text(
                        Style.NOTE,
                        words.say("dossier.decided", value.decision().reason()));
            }
            sheet.skip(4);
        }
    }

    private void titles(float[] widths, String... keys) {
        List<Sheet.Cell> cells = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            cells.add(new Sheet.Cell(Style.SMALL, words.say(keys[i]), widths[i], keys[i].equals("dossier.number")));
        }
        sheet.row(cells, 8);
        line();
    }

    private void line() {
        sheet.skip(3);
        sheet.rule(Style.HAIR, 0.3f);
        sheet.skip(1);
    }

    private String date(PartialDate date) {
        return words.date(date);
    }

    private boolean isOpen(@Nullable Value value) {
        return value != null
                && !value.said().isEmpty()
                && text.isOpen(value.said().getFirst());
    }

    private boolean isOpenOrAbsent(@Nullable Value value) {
        return value == null || isOpen(value);
    }

    private String basis(Value value) {
        Function<Basis, String> sign = basis -> switch (basis) {
            case OBSERVED -> "● ";
            case ALLEGED -> "◐ ";
            case INFERRED -> "○ ";
        };
        return sign.apply(value.basis()) + words.of(value.basis()) + (value.contested() ? " ≠" : "");
    }

    private Set<Integer> notes(Value value) {
        return value.said().stream()
                .filter(text::isOpen)
                .map(text::note)
                .filter(note -> note > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String marks(Value value) {
        return marks(notes(value));
    }

    private static String marks(int note) {
        return note == 0 ? "" : "[" + note + "]";
    }

    private static String marks(Set<Integer> notes) {
        return notes.stream().map(DossierPrint::marks).collect(Collectors.joining(" "));
    }
}
