package org.constancia.app.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.record.EventPage.OtherVersion;
import org.constancia.app.web.record.EventPage.Saying;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.vocabulary.PresumedResponsible;
import org.constancia.core.vocabulary.Vocabulary;
import org.constancia.store.event.SayingRows;
import org.constancia.store.event.SayingRows.SayingRow;
import org.constancia.store.statement.PassageRows.PassageRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was said, promised or demanded, with the passages it was said in.
public final class Sayings {
    private final EntityKind kind;
    private final List<SayingRow> rows;
    private final Values values;

    /// @param kind declarations, commitments or demands
    /// @param values those of all the rows
    public Sayings(EntityKind kind, List<SayingRow> rows, Values values) {
        this.kind = kind;
        this.rows = List.copyOf(rows);
        this.values = values;
    }

    public static Sayings ofEvent(JdbcClient jdbc, EntityKind kind, EntityId event) {
        return read(jdbc, kind, SayingRows.listOfEvent(jdbc, kind, event.value()));
    }

    public static Sayings by(JdbcClient jdbc, EntityKind kind, EntityId speaker) {
        return read(jdbc, kind, SayingRows.listBy(jdbc, kind, speaker.value()));
    }

    private static Sayings read(JdbcClient jdbc, EntityKind kind, List<SayingRow> rows) {
        return new Sayings(
                kind,
                rows,
                Values.read(
                        jdbc,
                        rows.stream().map(row -> new EntityId(kind, row.id())).toList()));
    }

    public List<SayingRow> rows() {
        return rows;
    }

    public List<Saying> list() {
        return rows.stream().map(this::saying).toList();
    }

    /// What the accused side says is told apart from what everybody else says: somebody accused of an act of the event,
    /// or a group that stands for the same part of the tree of presumed responsible as one accused.
    public List<OtherVersion> otherVersions(EventActs acts) {
        List<OtherVersion> versions = new ArrayList<>();
        for (SayingRow row : rows) if (isOfAccused(row, acts)) versions.add(version(row));
        return versions;
    }

    /// What everybody else says.
    public List<Saying> listOfOthers(EventActs acts) {
        return rows.stream()
                .filter(row -> !isOfAccused(row, acts))
                .map(this::saying)
                .toList();
    }

    private static boolean isOfAccused(SayingRow row, EventActs acts) {
        if (row.speaker() != null && acts.accused().contains(row.speaker())) return true;
        String speaking = row.speakerResponsible();
        Vocabulary tree = PresumedResponsible.shipped();
        return speaking != null
                && acts.responsible().stream()
                        .filter(code -> !code.equals(PresumedResponsible.NO_INFORMATION))
                        .anyMatch(code -> tree.isWithin(code, speaking) || tree.isWithin(speaking, code));
    }

    private OtherVersion version(SayingRow row) {
        Value said = said(row);
        Optional<PassageRow> passage = passage(row);
        return new OtherVersion(
                passage.map(PassageRow::text).orElse(said.text()),
                passage.map(PassageRow::language).orElse("und"),
                who(row).text(),
                passage.map(PassageRow::title).orElse(""),
                Dates.read(row.date()),
                said);
    }

    private Saying saying(SayingRow row) {
        return new Saying(who(row), row.role(), Dates.read(row.date()), said(row));
    }

    /// Who says it: the person or group; else those whom the statement names; else the source itself.
    public Link who(SayingRow row) {
        if (row.speaker() != null && row.speakerKind() != null) {
            return RecordLinks.party(row.speakerKind(), row.speaker(), row.speakerName());
        }
        Value said = said(row);
        if (said.said().isEmpty()) return new Link(RecordLinks.NO_NAME, "");
        var first = said.said().getFirst();
        return first.assertedBy() == null
                ? first.source()
                : new Link(first.assertedBy(), first.source().href());
    }

    /// The words, with the passage behind them.
    public Value said(SayingRow row) {
        return values.get(new EntityId(kind, row.id()), text(), "");
    }

    private Optional<PassageRow> passage(SayingRow row) {
        return values.findPassage(new EntityId(kind, row.id()), text());
    }

    private Property text() {
        return kind == EntityKind.COMMITMENT
                ? Property.COMMITMENT_TEXT
                : kind == EntityKind.DEMAND ? Property.DEMAND_TEXT : Property.DECLARATION_TEXT;
    }
}
