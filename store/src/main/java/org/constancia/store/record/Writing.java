package org.constancia.store.record;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.store.projection.Projector;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One transaction's access to the record. It opens the doors for writing; each of them puts a row in the outbox
/// for every change, and remembers which subjects have to be projected when the work is done.
public final class Writing {
    private final JdbcClient jdbc;
    private final Session session;
    private final Outbox outbox;
    private final Projector projector;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Set<EntityId> touched = new LinkedHashSet<>();

    Writing(JdbcClient jdbc, Session session, Outbox outbox, Projector projector, Clock clock, TimeOrderedIds ids) {
        this.jdbc = jdbc;
        this.session = session;
        this.outbox = outbox;
        this.clock = clock;
        this.projector = projector;
        this.ids = ids;
    }

    /// For reading what the decision at hand depends on, in the same transaction.
    public JdbcClient jdbc() {
        return jdbc;
    }

    public StatementDoor statements() {
        return new StatementDoor(this);
    }

    public SourceDoor sources() {
        return new SourceDoor(this);
    }

    public ErasureDoor erasures() {
        return new ErasureDoor(this);
    }

    public PartDoor parts() {
        return new PartDoor(this);
    }

    public CandidateDoor candidates() {
        return new CandidateDoor(this);
    }

    public ReplyDoor replies() {
        return new ReplyDoor(this);
    }

    public FamilyDoor families() {
        return new FamilyDoor(this);
    }

    /// A new thing of the record, about which nothing is stated yet.
    public EntityId create(EntityKind kind) {
        EntityId id = new EntityId(kind, ids.next());
        ChangeId change = outbox.append(Change.Kind.ENTITY_CREATED, id.toString(), Map.of());
        jdbc.sql("""
                        insert into entity (id, collection_id, kind, change)
                        values (:id, :collection, :kind, :change)
                        """)
                .param("id", id.value())
                .param("collection", session.collection().value())
                .param("kind", kind.code())
                .param("change", change.value())
                .update();
        return id;
    }

    /// Notes a change that writes no row of the record: an export, a publication, a backup, a scrub, an anchor.
    ///
    /// @param subject what it is about, such as `event:018f…` or `collection:…`
    /// @param facts texts, numbers, truth values, lists and maps of them
    public ChangeId note(Change.Kind kind, String subject, Map<String, ?> facts) {
        return outbox.append(kind, subject, facts);
    }

    /// Empties the projections of the collection and makes them again from the statements.
    ///
    /// @return how many subjects were projected
    public int rebuildProjections() {
        outbox.append(Change.Kind.PROJECTIONS_REBUILT, "collection:" + session.collection(), Map.of());
        return projector.rebuild();
    }

    Session session() {
        return session;
    }

    Outbox outbox() {
        return outbox;
    }

    TimeOrderedIds ids() {
        return ids;
    }

    Clock clock() {
        return clock;
    }

    void touch(EntityId subject) {
        touched.add(subject);
    }

    Set<EntityId> touched() {
        return touched;
    }
}
