package org.constancia.app.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.constancia.app.configure.Capabilities;
import org.constancia.app.web.accountability.Accountability;
import org.constancia.app.web.accountability.AccountabilityPage;
import org.constancia.app.web.accountability.AccountabilityQuery;
import org.constancia.app.web.accountability.CommitmentsPage;
import org.constancia.app.web.geography.Geography;
import org.constancia.app.web.geography.MapPage;
import org.constancia.app.web.geography.TimelinePage;
import org.constancia.app.web.home.HomePage;
import org.constancia.app.web.home.Today;
import org.constancia.app.web.inbox.InboxDesk;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.inbox.InboxQuery;
import org.constancia.app.web.open.NewReply;
import org.constancia.app.web.open.PublicEventPage;
import org.constancia.app.web.open.PublicHomePage;
import org.constancia.app.web.open.PublicRecord;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Language;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.record.ActGridPage;
import org.constancia.app.web.record.ConflictPage;
import org.constancia.app.web.record.DossierDesk;
import org.constancia.app.web.record.EventPage;
import org.constancia.app.web.record.EventsPage;
import org.constancia.app.web.record.HistoryPage;
import org.constancia.app.web.record.PersonPage;
import org.constancia.app.web.record.RecordDesk;
import org.constancia.app.web.record.RecordPages;
import org.constancia.app.web.rule.ExamplesPage;
import org.constancia.app.web.rule.Rules;
import org.constancia.app.web.rule.RulesPage;
import org.constancia.app.web.search.Pick;
import org.constancia.app.web.search.RecordSearch;
import org.constancia.app.web.search.SearchPage;
import org.constancia.app.web.source.NewSource;
import org.constancia.app.web.source.SourcePage;
import org.constancia.app.web.source.Sources;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList.CommitmentStatus;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;

/// A record in memory with one invented event, for pages without a database. It notes what it was asked to do.
public final class SampleRecord
        implements Today, InboxDesk, Sources, RecordPages, RecordDesk, RecordSearch, Accountability, Geography, Rules {

    /// What was asked, in order, such as `accept c2 event=e1`.
    public final List<String> asked = new ArrayList<>();

    public Capabilities capabilities() {
        return new Capabilities(
                this, this, this, this, this, this, this, this, new Published(), this::dossier, this, new SampleLog());
    }

    private DossierDesk.Ready dossier(String eventId, Language language) {
        asked.add("dossier " + eventId + " " + language.code());
        try {
            Path file = Files.createTempFile("dossier", ".zip");
            return new DossierDesk.Ready("constancia-E-1-" + language.code() + ".zip", Files.writeString(file, "PK"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ConstanciaException unknown(String id) {
        return new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such record").with("id", id);
    }

    @Override
    public HomePage today() {
        return SamplePages.home();
    }

    @Override
    public int waiting() {
        return 23;
    }

    @Override
    public InboxPage inbox(InboxQuery query) {
        return SamplePages.inbox(query);
    }

    @Override
    public void accept(String cardId, @Nullable String eventId, Map<InboxPage.Label, String> people) {
        asked.add("accept " + cardId + " event=" + eventId + " people=" + people);
    }

    @Override
    public void reject(String cardId, String reason) {
        asked.add("reject " + cardId + " " + reason);
    }

    @Override
    public void edit(String cardId, Map<InboxPage.Label, String> values) {
        asked.add("edit " + cardId + " " + values);
    }

    @Override
    public void split(String cardId, int at) {
        asked.add("split " + cardId + " " + at);
    }

    @Override
    public void undo(String cardId) {
        asked.add("undo " + cardId);
    }

    @Override
    public void setPublished(String sourceId, String published) {
        asked.add("published " + sourceId + " " + published);
    }

    @Override
    public void setOutlet(String sourceId, String outlet) {
        asked.add("outlet " + sourceId + " " + outlet);
    }

    @Override
    public void closeReply(String replyId) {
        asked.add("close " + replyId);
    }

    @Override
    public SourcePage getSource(String id) {
        if (!id.startsWith("s")) throw unknown(id);
        return id.equals(SampleErasure.ID) ? SampleErasure.page() : SamplePages.source(SourcePage.State.PROPOSED);
    }

    @Override
    public void confirmFamily(String id) {
        asked.add("confirm family " + id);
    }

    @Override
    public void separate(String id) {
        asked.add("separate " + id);
    }

    @Override
    public void putBack(String id) {
        asked.add("put back " + id);
    }

    @Override
    public RulesPage rules(@Nullable String language, InboxPage.@Nullable Kind kind) {
        return SamplePages.rules(language, kind);
    }

    @Override
    public ExamplesPage examples(String rule, @Nullable String language, InboxPage.@Nullable Kind kind) {
        return SamplePages.examples();
    }

    @Override
    public EventsPage list(int page) {
        return SamplePages.list("sources");
    }

    @Override
    public InputStream openOriginal(String id) {
        return new ByteArrayInputStream(getSource(id).text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String bring(NewSource source) {
        try {
            asked.add("bring " + source.fileName() + " " + source.content().readAllBytes().length + " bytes, "
                    + source.outlet() + ", " + source.published());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "s12";
    }

    @Override
    public EventsPage listEvents(int page) {
        return SamplePages.list("events");
    }

    @Override
    public EventsPage listPersons(int page) {
        return SamplePages.list("persons");
    }

    @Override
    public EventPage getEvent(String id) {
        if (!id.startsWith("e")) throw unknown(id);
        return SamplePages.event(true);
    }

    @Override
    public EventPage getEventWithAllActs(String id) {
        return getEvent(id);
    }

    @Override
    public PersonPage getPerson(String id) {
        if (!id.startsWith("p")) throw unknown(id);
        return SamplePages.person(PersonPage.Kind.PERSON);
    }

    @Override
    public PersonPage getGroup(String id) {
        if (!id.startsWith("g")) throw unknown(id);
        return SamplePages.person(PersonPage.Kind.GROUP);
    }

    @Override
    public EventsPage listConflicts(int page) {
        return SamplePages.list("conflicts");
    }

    @Override
    public ConflictPage getConflict(String subjectId, Property property) {
        return SamplePages.conflict();
    }

    @Override
    public HistoryPage getHistory(String subjectId, int page) {
        return SamplePages.history();
    }

    @Override
    public ActGridPage getActGrid(String eventId, @Nullable String passage) {
        return SamplePages.grid();
    }

    @Override
    public void resolve(String subjectId, Property property, @Nullable String statementId, String reason) {
        asked.add("resolve " + subjectId + " " + property.code() + " " + statementId + ": " + reason);
    }

    @Override
    public int writeActs(
            String eventId, String passageId, Basis basis, List<String> perpetratorIds, List<ActGridPage.Row> rows) {
        asked.add("acts " + eventId + " " + passageId + " " + basis + " " + perpetratorIds + " "
                + rows.stream().map(row -> row.name() + row.ticked()).toList());
        return rows.size();
    }

    @Override
    public void setPublic(String eventId, boolean isPublic) {
        asked.add("public " + eventId + " " + isPublic);
    }

    @Override
    public SearchPage search(String query, SearchPage.@Nullable Kind kind) {
        return SamplePages.search(query);
    }

    @Override
    public List<Pick> pick(String query, SearchPage.Kind kind) {
        return List.of(new Pick("e1", SamplePages.EVENT.text(), "28 abr. 2021 · Cali", "/events/e1"));
    }

    @Override
    public List<Duplicate> listDuplicates(SearchPage.Kind kind, String name, String date, String place) {
        return name.contains("Julián")
                ? List.of(new Duplicate("p4", new Link("Julián Andrés M.", "/persons/p4"), "19 años, Cali"))
                : List.of();
    }

    @Override
    public AccountabilityPage accountability(AccountabilityQuery query) {
        return SamplePages.accountability(query);
    }

    @Override
    public EventsPage listBehind(String number, AccountabilityQuery query, int page) {
        return SamplePages.list(number);
    }

    @Override
    public CommitmentsPage commitments(@Nullable CommitmentStatus status) {
        return SamplePages.commitments(status);
    }

    @Override
    public MapPage map() {
        return SamplePages.map();
    }

    @Override
    public TimelinePage timeline() {
        return SamplePages.timeline();
    }

    private final class Published implements PublicRecord {
        @Override
        public PublicHomePage listEvents(String query, int page) {
            return SamplePages.publicHome(query);
        }

        @Override
        public PublicEventPage getEvent(String id) {
            if (!id.equals("e1")) throw unknown(id);
            return SamplePages.publicEvent();
        }

        @Override
        public AccountabilityPage accountability(AccountabilityQuery query) {
            return SamplePages.accountability(query);
        }

        @Override
        public MapPage map() {
            return SamplePages.map();
        }

        @Override
        public void reply(NewReply reply) {
            asked.add("reply " + reply.eventId() + " " + reply.purpose() + " " + reply.message());
        }
    }
}
