package org.constancia.app.web;

import static org.constancia.app.web.SampleValues.BULLETIN;
import static org.constancia.app.web.SampleValues.CONFERENCE;
import static org.constancia.app.web.SampleValues.RECORDED;
import static org.constancia.app.web.SampleValues.REPORT;
import static org.constancia.app.web.SampleValues.contested;
import static org.constancia.app.web.SampleValues.date;
import static org.constancia.app.web.SampleValues.decided;
import static org.constancia.app.web.SampleValues.said;
import static org.constancia.app.web.SampleValues.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.constancia.app.web.accountability.AccountabilityPage;
import org.constancia.app.web.accountability.AccountabilityPage.Definition;
import org.constancia.app.web.accountability.AccountabilityPage.Durations;
import org.constancia.app.web.accountability.AccountabilityPage.Durations.Step;
import org.constancia.app.web.accountability.AccountabilityPage.StageCount;
import org.constancia.app.web.accountability.AccountabilityQuery;
import org.constancia.app.web.accountability.CommitmentsPage;
import org.constancia.app.web.accountability.CommitmentsPage.Commitment;
import org.constancia.app.web.accountability.Track;
import org.constancia.app.web.accountability.Track.State;
import org.constancia.app.web.accountability.Track.Station;
import org.constancia.app.web.geography.MapPage;
import org.constancia.app.web.geography.MapPage.Happening;
import org.constancia.app.web.geography.MapPage.Spot;
import org.constancia.app.web.geography.TimelinePage;
import org.constancia.app.web.home.HomePage;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.inbox.InboxPage.Card;
import org.constancia.app.web.inbox.InboxPage.Detail;
import org.constancia.app.web.inbox.InboxPage.Flag;
import org.constancia.app.web.inbox.InboxPage.Kind;
import org.constancia.app.web.inbox.InboxPage.Label;
import org.constancia.app.web.inbox.InboxQuery;
import org.constancia.app.web.open.PublicEventPage;
import org.constancia.app.web.open.PublicHomePage;
import org.constancia.app.web.page.Change;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Logging;
import org.constancia.app.web.page.PlaceShown;
import org.constancia.app.web.record.ActGridPage;
import org.constancia.app.web.record.ConflictPage;
import org.constancia.app.web.record.EventPage;
import org.constancia.app.web.record.EventPage.ActRow;
import org.constancia.app.web.record.EventPage.FigureGroup;
import org.constancia.app.web.record.EventPage.FigureRow;
import org.constancia.app.web.record.EventPage.OtherVersion;
import org.constancia.app.web.record.EventPage.Party;
import org.constancia.app.web.record.EventsPage;
import org.constancia.app.web.record.HistoryPage;
import org.constancia.app.web.record.PersonPage;
import org.constancia.app.web.rule.ExamplesPage;
import org.constancia.app.web.rule.RulesPage;
import org.constancia.app.web.rule.Share;
import org.constancia.app.web.search.SearchPage;
import org.constancia.app.web.source.Inside;
import org.constancia.app.web.source.SourceFamily;
import org.constancia.app.web.source.SourceFamily.Changed;
import org.constancia.app.web.source.SourceFamily.Member;
import org.constancia.app.web.source.SourceFamily.Standing;
import org.constancia.app.web.source.SourcePage;
import org.constancia.app.web.source.SourcePage.Block;
import org.constancia.app.web.source.SourcePage.BlockLabel;
import org.constancia.app.web.source.SourcePage.Passage;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList.Bound;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.constancia.core.record.CodeList.FigureUnit;
import org.constancia.core.record.CodeList.Jurisdiction;
import org.constancia.core.record.CodeList.PlacePrecision;
import org.constancia.core.record.CodeList.Sex;
import org.constancia.core.record.CodeList.Stage;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;

/// One of every page, filled with an invented record.
final class SamplePages {
    static final Link EVENT = new Link("Represión de una protesta en Cali", "/events/e1");
    static final PlaceShown CALI = new PlaceShown(
            "Cali, Valle del Cauca, Colombia", PlacePrecision.MUNICIPALITY, "CO", "76001", 3.4516, -76.532);
    static final PlaceShown VALLE =
            new PlaceShown("Valle del Cauca, Colombia", PlacePrecision.DEPARTMENT, "CO", "76", null, null);
    static final PlaceShown COLOMBIA = new PlaceShown("Colombia", PlacePrecision.COUNTRY, "CO", null, 4.6, -74.1);

    private SamplePages() {}

    static HomePage home() {
        return new HomePage(
                23,
                2,
                RECORDED,
                4,
                1,
                new Link("Cali, muertos: 44, al menos 29, 17 a 20", "/conflicts/e1/figure.number"),
                2,
                List.of(new HomePage.NotUnderstood(new Link("acta-escaneada.tif", "/sources/s9"), "no-text-layer")),
                List.of(
                        new HomePage.Stalled(
                                EVENT, "policía antidisturbios", Stage.INQUIRY, date("2021-11-26"), 1204, false),
                        new HomePage.Stalled(
                                new Link("Amenaza a una radio comunitaria", "/events/e3"),
                                "",
                                Stage.COMPLAINT,
                                date("2023-05~"),
                                670,
                                true)),
                38,
                List.of(new HomePage.Recent(
                        EVENT, HomePage.Kind.EVENT, date("2021-04-28/2021-05-05"), RECORDED, "Inés R.")),
                new HomePage.Totals(2914, 1207, 5630),
                new HomePage.LogState(10_482, 1));
    }

    /// The text of an invented bulletin, with furniture around it.
    static SourcePage source(SourcePage.State first) {
        String text = text();
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n\n")) {
            boolean furniture = line.startsWith("Comparta") || line.startsWith("LEA TAMBIÉN");
            BlockLabel label = start == 0 ? BlockLabel.HEADLINE : furniture ? BlockLabel.BOILERPLATE : BlockLabel.BODY;
            String rule = line.startsWith("Comparta") ? "share" : furniture ? "read-also" : "";
            blocks.add(new Block(start, start + line.length(), label, rule));
            start += line.length() + 2;
        }
        return new SourcePage(
                "s12",
                12,
                "Boletín: al menos 29 muertos en las protestas",
                "",
                "",
                null,
                "es",
                "text/plain",
                text.getBytes(StandardCharsets.UTF_8).length,
                "92575d77aa10bc5599e0134ffa0e7f1a90c1d2e3f4a5b6c7d8e9f0a1b2c3ee31",
                null,
                text,
                blocks,
                List.of(
                        passage(text, "Al menos 29 personas murieron", "F1", first),
                        passage(text, "personas murieron en las protestas", "E1", SourcePage.State.PROPOSED),
                        passage(text, "una política de cero tolerancia", "C1", SourcePage.State.PROPOSED),
                        passage(text, "«La justicia es lenta»", "S1", SourcePage.State.ACCEPTED)),
                List.of(new SourcePage.Capture(RECORDED, "paste", "Inés R.")),
                3,
                0,
                Inside.NOTHING,
                family(),
                null);
    }

    static RulesPage rules(@Nullable String language, @Nullable Kind kind) {
        return new RulesPage(
                language,
                kind,
                List.of(
                        WEAK,
                        new RulesPage.Rule("figure.bound", 2, 40, 3, 1),
                        new RulesPage.Rule("act.passive", 7, 0, 0, 0)),
                List.of(
                        new RulesPage.Bin(.4, .5, .45, new Share(2, 12)),
                        new RulesPage.Bin(.8, .9, .86, new Share(52, 60))));
    }

    static ExamplesPage examples() {
        return new ExamplesPage(
                WEAK,
                List.of(
                        new ExamplesPage.Example(
                                new Link("Al menos 29 personas", "/inbox?source=s12&current=c1"),
                                12,
                                Kind.FIGURE,
                                "Al menos 29 personas",
                                InboxPage.State.REJECTED,
                                false,
                                "La fuente no lo dice",
                                .55),
                        new ExamplesPage.Example(
                                new Link("tres agentes", "/inbox?source=s12&current=c2"),
                                12,
                                Kind.FIGURE,
                                "tres agentes",
                                InboxPage.State.ACCEPTED,
                                true,
                                "",
                                .7)));
    }

    private static final RulesPage.Rule WEAK = new RulesPage.Rule("figure.subset", 4, 3, 2, 9);

    private static SourceFamily family() {
        return new SourceFamily(
                "#12 Boletín: al menos 29 muertos",
                Standing.PROPOSED,
                false,
                List.of(
                        new Member(
                                BULLETIN,
                                12,
                                "Red Médica",
                                null,
                                Standing.PROPOSED,
                                true,
                                true,
                                0,
                                0,
                                List.of(),
                                List.of(),
                                ""),
                        new Member(
                                REPORT,
                                14,
                                "Portal del Valle",
                                date("2021-05-12"),
                                Standing.PROPOSED,
                                false,
                                false,
                                9,
                                7,
                                List.of(new Changed("29", "31", "Al menos 31 personas murieron en las protestas")),
                                List.of("La alcaldía no respondió a las preguntas de este portal."),
                                "Al menos 29 personas murieron en las protestas"),
                        new Member(
                                CONFERENCE,
                                15,
                                "",
                                null,
                                Standing.SEPARATED,
                                false,
                                false,
                                0,
                                0,
                                List.of(),
                                List.of(),
                                "")),
                2);
    }

    private static Passage passage(String text, String quote, String tag, SourcePage.State state) {
        int start = text.indexOf(quote);
        return new Passage("p-" + tag.toLowerCase(java.util.Locale.ROOT), start, start + quote.length(), tag, state);
    }

    private static String text() {
        try (var stream = Objects.requireNonNull(SamplePages.class.getResourceAsStream("bulletin.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static InboxPage inbox(InboxQuery query) {
        String text = text();
        List<Card> cards = List.of(
                card(
                        text,
                        "c1",
                        "S1",
                        Kind.STATEMENT,
                        "«La justicia es lenta»",
                        "Lucía Paz Rentería · abogada",
                        InboxPage.State.ACCEPTED),
                card(text, "c2", "F1", Kind.FIGURE, "Al menos 29 personas murieron", "", InboxPage.State.WAITING),
                card(text, "c3", "E1", Kind.EVENT, "personas murieron en las protestas", "", InboxPage.State.WAITING),
                card(
                        text,
                        "c4",
                        "C1",
                        Kind.COMMITMENT,
                        "una política de cero tolerancia",
                        "Ernesto Vidal · gobernador",
                        InboxPage.State.WAITING));
        Card current = cards.stream()
                .filter(card -> card.id().equals(query.current()))
                .findFirst()
                .orElse(cards.get(1));
        return new InboxPage(
                query,
                23,
                3,
                4,
                2,
                List.of(new InboxPage.Choice("s12", "Boletín: al menos 29 muertos en las protestas", 20)),
                cards,
                current,
                source(SourcePage.State.CURRENT),
                List.of(new InboxPage.Reply(
                        "r1",
                        EVENT,
                        "OTHER_VERSION",
                        "No estuve allí ese día.\nTengo el registro del hospital.",
                        null,
                        RECORDED)));
    }

    private static Card card(
            String text, String id, String tag, Kind kind, String quote, String summary, InboxPage.State state) {
        int start = text.indexOf(quote);
        boolean decided = state != InboxPage.State.WAITING;
        return new Card(
                id,
                tag,
                kind,
                quote,
                summary,
                start,
                start + quote.length(),
                state,
                kind == Kind.FIGURE
                        ? List.of(
                                new Detail(Label.NUMBER, "29", Basis.OBSERVED),
                                new Detail(Label.WHEN, "este año", null),
                                new Detail(Label.WHERE, "Colombia", Basis.INFERRED))
                        : List.of(new Detail(Label.WHO_SAYS, "Ernesto Vidal", Basis.OBSERVED)),
                kind == Kind.FIGURE ? List.of(Flag.NO_SOURCE_NAMED, Flag.NEEDS_PUBLICATION_DATE) : List.of(),
                kind == Kind.FIGURE,
                kind == Kind.FIGURE || kind == Kind.EVENT,
                kind == Kind.FIGURE
                        ? List.of(new Duplicate("e1", EVENT, "28 abr. – 5 may. 2021 · Cali · 5 fuentes"))
                        : List.of(),
                kind == Kind.COMMITMENT
                        ? List.of(new InboxPage.Named(
                                Label.WHO_SAYS,
                                "Ernesto Vidal",
                                List.of(new Duplicate(
                                        "p7", new Link("Ernesto Vidal Mora", "/persons/p7"), "gobernador, 2020–2023"))))
                        : List.of(),
                decided ? new InboxPage.Verdict("Inés R.", RECORDED, null, EVENT) : null,
                kind == Kind.FIGURE ? 2 : 0);
    }

    static EventPage event(boolean isPublic) {
        return new EventPage(
                "e1",
                "E-2021-0417",
                value(Property.EVENT_TITLE, EVENT.text(), Basis.OBSERVED),
                date("2021-04-28/2021-05-05"),
                value(
                        Property.EVENT_DATE,
                        "2021-04-28/2021-05-05",
                        Basis.OBSERVED,
                        said(
                                REPORT,
                                null,
                                "2021-04-28/2021-05-05",
                                "ocho días, del 28 de abril al 5 de mayo",
                                Basis.OBSERVED,
                                true)),
                CALI,
                value(
                        Property.EVENT_PLACE,
                        "Cali",
                        Basis.OBSERVED,
                        said(REPORT, null, "Cali", "en Cali", Basis.OBSERVED, true)),
                value(
                        Property.EVENT_SUMMARY,
                        "Durante ocho días de protestas en Cali murieron personas. Las fuentes cuentan lugares y días distintos.",
                        Basis.OBSERVED,
                        said(REPORT, null, "", "ocho días de protestas", Basis.OBSERVED, true)),
                new Link("Paro nacional, 2021", "/events/e0"),
                isPublic,
                2,
                2,
                acts(),
                41,
                List.of(killed()),
                List.of(otherVersion()),
                tracks(),
                29,
                new EventPage.Counts(34, 1, 37, 41),
                List.of(new EventPage.Saying(
                        new Link("Lucía Paz Rentería", "/persons/p2"),
                        "abogada",
                        date("2021-05-07"),
                        value(
                                Property.DECLARATION_TEXT,
                                "La justicia es lenta y nadie responde por los muertos.",
                                Basis.OBSERVED,
                                said(
                                        BULLETIN,
                                        null,
                                        "La justicia es lenta",
                                        "«La justicia es lenta»",
                                        Basis.OBSERVED,
                                        true)))),
                List.of(new EventPage.Saying(
                        new Link("Ernesto Vidal Mora", "/persons/p7"), "gobernador", date("2021-10"), promise())),
                List.of(),
                SampleValues.sources(),
                2,
                List.of(new Link("Bloqueo de vía en Yumbo", "/events/e2")),
                changes(),
                61);
    }

    private static List<ActRow> acts() {
        return List.of(
                new ActRow(
                        "a1",
                        List.of(new Party(
                                "Policía, unidad antidisturbios",
                                "/groups/g1",
                                decided(
                                        Property.INVOLVEMENT_PERPETRATOR,
                                        "Policía, unidad antidisturbios",
                                        "Dos testigos; el Ministerio lo niega.",
                                        said(
                                                BULLETIN,
                                                "dos testigos",
                                                "Policía",
                                                "los disparos vinieron de la fila de antidisturbios",
                                                Basis.ALLEGED,
                                                true),
                                        said(
                                                CONFERENCE,
                                                "vocero del Ministerio",
                                                "nadie",
                                                "ningún uniformado portaba arma de fuego",
                                                Basis.ALLEGED,
                                                false)))),
                        "A10",
                        "EJECUCIÓN EXTRAJUDICIAL",
                        value(
                                Property.ACT_CATEGORY,
                                "A10",
                                Basis.OBSERVED,
                                said(BULLETIN, null, "A10", "llegó sin signos vitales", Basis.OBSERVED, true)),
                        new Party(
                                "N.N., hombre, unos 22 años",
                                "/persons/p1",
                                value(
                                        Property.ACT_VICTIM,
                                        "N.N.",
                                        Basis.OBSERVED,
                                        said(BULLETIN, null, "N.N.", "un muchacho de 22", Basis.OBSERVED, true)))),
                new ActRow(
                        "a2",
                        List.of(),
                        "A13",
                        "LESIÓN FÍSICA",
                        value(
                                Property.ACT_CATEGORY,
                                "A13",
                                Basis.ALLEGED,
                                said(
                                        BULLETIN,
                                        null,
                                        "A13",
                                        "al menos once con heridas de perdigón",
                                        Basis.ALLEGED,
                                        true)),
                        new Party(
                                "11 personas o más, sin nombre",
                                "/groups/g2",
                                contested(
                                        Property.GROUP_SIZE,
                                        "11",
                                        "/conflicts/g2/group.size",
                                        said(BULLETIN, null, "11", "al menos once", Basis.ALLEGED, true),
                                        said(CONFERENCE, null, "9", "nueve heridos", Basis.ALLEGED, false)))));
    }

    private static FigureGroup killed() {
        return new FigureGroup(
                FigureUnit.KILLED,
                "",
                List.of(
                        new FigureRow(
                                "Observatorio Ribera",
                                date("2021-06-02"),
                                "Con nombres. La ciudad y dos municipios vecinos, hasta el 9 de mayo",
                                44,
                                null,
                                Bound.EXACT,
                                value(
                                        Property.FIGURE_NUMBER,
                                        "44",
                                        Basis.OBSERVED,
                                        said(REPORT, null, "44", "44 nombres", Basis.OBSERVED, true)),
                                false),
                        new FigureRow(
                                "Red Médica del Valle",
                                date("2021-05-11"),
                                "Seis hospitales, hasta el 5 de mayo",
                                29,
                                null,
                                Bound.AT_LEAST,
                                value(
                                        Property.FIGURE_NUMBER,
                                        "29",
                                        Basis.OBSERVED,
                                        said(BULLETIN, null, "29", "al menos 29", Basis.OBSERVED, true)),
                                false),
                        new FigureRow(
                                "Oficina de seguridad de la ciudad",
                                date("2021-05-06"),
                                "«Relacionados con las protestas»; tres en verificación",
                                17,
                                20L,
                                Bound.RANGE,
                                value(
                                        Property.FIGURE_NUMBER,
                                        "17",
                                        Basis.ALLEGED,
                                        said(CONFERENCE, null, "17", "entre 17 y 20", Basis.ALLEGED, true)),
                                false)),
                26,
                "/persons?event=e1",
                true,
                "/conflicts/e1/figure.number");
    }

    private static OtherVersion otherVersion() {
        String quote =
                "En el puente hubo vandalismo y ataques a la fuerza pública. Ningún uniformado portaba arma de fuego.";
        return new OtherVersion(
                quote,
                "es",
                "Vocero del Ministerio (inventado)",
                "rueda de prensa",
                date("2021-05-06"),
                value(
                        Property.DECLARATION_TEXT,
                        quote,
                        Basis.ALLEGED,
                        said(CONFERENCE, "vocero", quote, quote, Basis.ALLEGED, true)));
    }

    static List<Track> tracks() {
        return List.of(
                new Track(
                        EVENT,
                        "A10",
                        "policía, unidad antidisturbios",
                        Jurisdiction.MILITARY,
                        "Juzgado 9 penal militar",
                        "76-001-2021-00417",
                        List.of(
                                new Station(Stage.COMPLAINT, State.DONE, date("2021-05-12"), "", null),
                                new Station(Stage.INQUIRY, State.DONE, date("2021-06-03"), "", null),
                                new Station(
                                        Stage.CHARGE,
                                        State.OPEN,
                                        date("2021-11-26"),
                                        "pasó a la justicia militar",
                                        null),
                                new Station(Stage.TRIAL, State.NOT_REACHED, null, "", null),
                                new Station(Stage.VERDICT, State.NOT_REACHED, null, "", null)),
                        date("2021-11-26"),
                        1204L,
                        false),
                new Track(EVENT, "A13", null, null, "", "", List.of(), null, null, false));
    }

    private static org.constancia.app.web.page.Value promise() {
        return value(
                Property.COMMITMENT_TEXT,
                "una política de cero tolerancia con los abusos de la policía",
                Basis.OBSERVED,
                said(REPORT, null, "cero tolerancia", "«cero tolerancia»", Basis.OBSERVED, true));
    }

    static List<Change> changes() {
        return List.of(
                new Change(
                        "c3",
                        Logging.WAITING,
                        RECORDED,
                        "Inés R.",
                        "statement.accepted",
                        Property.FIGURE_NUMBER,
                        null,
                        "17",
                        null),
                new Change(
                        "c2",
                        new Logging(10_402L, null, List.of()),
                        RECORDED,
                        "Inés R.",
                        "statement.superseded",
                        Property.EVENT_DATE,
                        "2021-05",
                        "2021-04-28/2021-05-05",
                        "El informe da los días."),
                new Change(
                        "c1",
                        new Logging(10_340L, RECORDED, List.of("otra-organizacion.example")),
                        RECORDED,
                        "Lucía P.",
                        "resolution.made",
                        Property.INVOLVEMENT_PERPETRATOR,
                        null,
                        null,
                        "Dos testigos."));
    }

    static PersonPage person(PersonPage.Kind kind) {
        boolean group = kind == PersonPage.Kind.GROUP;
        return new PersonPage(
                group ? "g1" : "p7",
                kind,
                group ? "Policía, unidad antidisturbios" : "Ernesto Vidal Mora",
                false,
                group ? List.of() : List.of("E. Vidal"),
                List.of(value(
                        group ? Property.GROUP_KIND : Property.PERSON_SEX,
                        group ? "unit" : "male",
                        Basis.OBSERVED,
                        said(REPORT, null, group ? "unit" : "male", "la unidad", Basis.OBSERVED, true))),
                List.of(),
                group
                        ? List.of(new PersonPage.Part(EVENT, date("2021-05"), "A10", "EJECUCIÓN EXTRAJUDICIAL", "N.N."))
                        : List.of(),
                group
                        ? List.of()
                        : List.of(new PersonPage.Post("Gobernador", "Departamento inventado", date("2020/2023"))),
                List.of(),
                List.of(),
                group ? List.of() : commitments(null).commitments(),
                group ? tracks() : List.of(),
                SampleValues.sources(),
                changes(),
                3);
    }

    static EventsPage list(String about) {
        return new EventsPage(
                about,
                List.of(
                        new EventsPage.Row(
                                EVENT,
                                "E-2021-0417",
                                date("2021-04-28/2021-05-05"),
                                "Cali, Valle del Cauca",
                                "41 actos",
                                true,
                                1,
                                5),
                        new EventsPage.Row(
                                new Link("Desplazamiento de una vereda", "/events/e5"),
                                "E-2022-0003",
                                date("2022-03~"),
                                "Nariño",
                                "al menos 120 personas",
                                false,
                                0,
                                2)),
                2,
                1,
                1,
                "/" + about);
    }

    static ConflictPage conflict() {
        return new ConflictPage(
                EVENT,
                "e1",
                Property.FIGURE_NUMBER,
                List.of(
                        said(REPORT, null, "44", "44 nombres", Basis.OBSERVED, false),
                        said(BULLETIN, null, "29", "al menos 29", Basis.OBSERVED, false),
                        said(CONFERENCE, "vocero del Ministerio", "17", "entre 17 y 20", Basis.ALLEGED, false)),
                null,
                List.of(),
                null,
                false);
    }

    static HistoryPage history() {
        return new HistoryPage(EVENT, changes(), 61, 1, 2, "/history/e1");
    }

    static ActGridPage grid() {
        return new ActGridPage(
                "e1",
                EVENT,
                List.of(
                        new ActGridPage.Perpetrator("7", "7", "Policía", true),
                        new ActGridPage.Perpetrator("9", "9", "SIJIN", false),
                        new ActGridPage.Perpetrator("35", "35", "Sin información", false)),
                List.of(new ActGridPage.Choice("pa1", "Observatorio Ribera: «llegó sin signos vitales»")),
                "pa1",
                Basis.ALLEGED,
                List.of(
                        new ActGridPage.Category("A10", "EJECUCIÓN EXTRAJUDICIAL"),
                        new ActGridPage.Category("A14", "DETENCIÓN ARBITRARIA")),
                List.of(new ActGridPage.Category("A12", "TORTURA")),
                List.of(
                        new ActGridPage.Row(
                                null, "Marisol", "T. V.", "31", Sex.FEMALE, List.of("A14"), List.of(), false),
                        new ActGridPage.Row(
                                null,
                                "Julián Andrés",
                                "M. R.",
                                "19",
                                Sex.MALE,
                                List.of(),
                                List.of(new Duplicate(
                                        "p4",
                                        new Link("Julián Andrés M.", "/persons/p4"),
                                        "19 años, Cali, mayo de 2021 · 2 fuentes")),
                                true)),
                null,
                false);
    }

    static SearchPage search(String query) {
        return new SearchPage(
                query,
                null,
                query.contains("nada")
                        ? List.of()
                        : List.of(new SearchPage.Hit(
                                SearchPage.Kind.EVENT,
                                EVENT,
                                "E-2021-0417",
                                date("2021-04-28/2021-05-05"),
                                "Cali, Valle del Cauca",
                                List.of(
                                        new SearchPage.Run("murieron en las ", false),
                                        new SearchPage.Run("protestas", true),
                                        new SearchPage.Run(" de Cali", false)),
                                false)),
                1);
    }

    /// The public stage counts announced in April 2021 for 416 killings of human-rights defenders.
    static AccountabilityPage accountability(AccountabilityQuery query) {
        return new AccountabilityPage(
                query,
                LocalDate.of(2021, 4, 30),
                416,
                behind("all"),
                List.of(
                        definition("convicted", 70),
                        definition("cleared", 259),
                        definition("no-known-proceeding", 139),
                        definition("no-inquiry", 139),
                        definition("no-charge", 209),
                        definition("no-conviction", 346)),
                List.of(
                        new StageCount(Stage.WARRANT, 259, behind("stage-warrant")),
                        new StageCount(Stage.CHARGE, 207, behind("stage-charge")),
                        new StageCount(Stage.TRIAL, 181, behind("stage-trial")),
                        new StageCount(Stage.SENTENCE, 70, behind("stage-sentence"))),
                List.of(
                        new StageCount(Stage.SENTENCE, 70, behind("furthest-sentence")),
                        new StageCount(Stage.TRIAL, 111, behind("furthest-trial")),
                        new StageCount(Stage.CHARGE, 26, behind("furthest-charge")),
                        new StageCount(Stage.WARRANT, 52, behind("furthest-warrant")),
                        new StageCount(null, 157, behind("furthest-none"))),
                tracks(),
                38,
                12,
                behind("stalled"),
                1000,
                new Durations(
                        Stage.CHARGE,
                        212,
                        List.of(
                                new Step(0, 100, 100, 100, 212),
                                new Step(12, 88, 83, 92, 180),
                                new Step(24, 79, 73, 84, 150),
                                new Step(60, 68, 58, 75, 41))));
    }

    private static String behind(String number) {
        return "/accountability/behind/" + number;
    }

    private static Definition definition(String code, long numerator) {
        return new Definition(code, numerator, behind(code), 416, behind("all"));
    }

    static CommitmentsPage commitments(@Nullable CommitmentStatus status) {
        return new CommitmentsPage(
                status,
                List.of(
                        new Commitment(
                                "k1",
                                new Link("Ernesto Vidal Mora", "/persons/p7"),
                                "Gobernador",
                                promise(),
                                date("2021-10"),
                                null,
                                CommitmentStatus.DECLARED,
                                value(
                                        Property.COMMITMENT_CONTRAST,
                                        "tampoco se permitirá el vandalismo",
                                        Basis.OBSERVED,
                                        said(
                                                REPORT,
                                                null,
                                                "contraste",
                                                "tampoco se permitirá el vandalismo",
                                                Basis.OBSERVED,
                                                true)),
                                List.of(EVENT)),
                        new Commitment(
                                "k2",
                                new Link("Alcaldía inventada", "/groups/g5"),
                                "",
                                promise(),
                                date("2022-01"),
                                date("2022-12-31"),
                                CommitmentStatus.BROKEN,
                                null,
                                List.of())),
                List.of(new CommitmentsPage.Demand(
                        new Link("Organizaciones de derechos humanos", "/groups/g6"),
                        "Gobernador",
                        value(
                                Property.DEMAND_TEXT,
                                "que se investigue a la policía",
                                Basis.OBSERVED,
                                said(BULLETIN, null, "investigue", "que se investigue", Basis.OBSERVED, true)),
                        date("2021-05"),
                        null)));
    }

    static MapPage map() {
        return new MapPage(
                List.of(
                        new Spot(CALI, List.of(new Happening(EVENT, date("2021-04-28/2021-05-05")))),
                        new Spot(
                                VALLE,
                                List.of(new Happening(
                                        new Link("Amenazas a una radio", "/events/e3"), date("2023-05~")))),
                        new Spot(
                                COLOMBIA,
                                List.of(new Happening(new Link("Muertes en protestas", "/events/e4"), date("2021"))))),
                2);
    }

    static TimelinePage timeline() {
        return new TimelinePage(List.of(
                new TimelinePage.Entry(new Link("Muertes en protestas", "/events/e4"), date("2021"), "Colombia", 0),
                new TimelinePage.Entry(EVENT, date("2021-04-28/2021-05-05"), "Cali", 41),
                new TimelinePage.Entry(
                        new Link("Detención en la estación 4", "/events/e6"), date("2021-05-03"), "Cali", 4),
                new TimelinePage.Entry(
                        new Link("Amenazas a una radio", "/events/e3"), date("2023-05~"), "Valle del Cauca", 1),
                new TimelinePage.Entry(new Link("Hecho sin fecha", "/events/e7"), null, "", 1)));
    }

    static PublicHomePage publicHome(String query) {
        return new PublicHomePage(
                query,
                List.of(new PublicHomePage.Row(
                        new Link(EVENT.text(), "/public/events/e1"),
                        date("2021-04-28/2021-05-05"),
                        "Cali, Valle del Cauca",
                        "Tres fuentes dan tres cifras y ninguna se ha descartado.")),
                1,
                1,
                1);
    }

    static PublicEventPage publicEvent() {
        EventPage event = event(true);
        return new PublicEventPage(
                "e1",
                event.reference(),
                EVENT.text(),
                event.when(),
                CALI,
                LocalDate.of(2025, 3, 14),
                List.of(
                        "Durante ocho días de protestas en Cali murieron personas. Tres fuentes dan tres cifras y ninguna se ha descartado."),
                event.acts(),
                event.figures(),
                event.otherVersions(),
                event.tracks(),
                29,
                event.counts(),
                event.sources(),
                List.of(new PublicEventPage.Related(
                        new Link("Detenciones en la estación 4", "/public/events/e6"),
                        date("2021-05"),
                        PublicEventPage.Reason.SAME_PLACE)));
    }
}
