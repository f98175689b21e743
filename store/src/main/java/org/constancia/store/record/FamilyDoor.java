package org.constancia.store.record;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where it enters the record that a text was compared with those before it, and which of them carry the same story.
/// Which sources are one family is not written here: that is a statement about each of them.
public final class FamilyDoor {
    /// A source on record that carries the same story.
    ///
    /// @param containment share of the smaller text's runs of words that stand in the other, 0 to 1
    /// @param coverage share of the larger text's runs that stand in the smaller, 0 to 1
    /// @param sharesLead whether both begin with the same story
    public record Alike(SourceId source, double containment, double coverage, boolean sharesLead) {}

    private final Writing writing;
    private final JdbcClient jdbc;

    FamilyDoor(Writing writing) {
        this.writing = writing;
        this.jdbc = writing.jdbc();
    }

    /// Lets one source at a time be compared, so that of two that come in together the later one finds the earlier.
    public void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('families ' || cast(:collection as text), 0))")
                .param("collection", writing.session().collection().value())
                .query((row, number) -> number)
                .list();
    }

    /// Records that a text layer was compared.
    ///
    /// @param signature by which later texts are compared with it
    /// @param bands texts that have one in common are worth comparing
    /// @param alike those that carry the same story
    public void compared(SourceId source, int layer, byte[] signature, long[] bands, List<Alike> alike) {
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.SOURCE_COMPARED,
                        new EntityId(EntityKind.SOURCE, source.value()).toString(),
                        Map.of(
                                "layer",
                                layer,
                                "alike",
                                alike.stream()
                                        .map(other -> Map.of(
                                                "source", other.source().toString(),
                                                "containment", other.containment(),
                                                "coverage", other.coverage()))
                                        .toList()));
        jdbc.sql("""
                        insert into fingerprint (source, layer, collection_id, signature, change)
                        values (:source, :layer, :collection, decode(:signature, 'hex'), :change)
                        """)
                .param("source", source.value())
                .param("layer", layer)
                .param("collection", writing.session().collection().value())
                .param("signature", HexFormat.of().formatHex(signature))
                .param("change", change.value())
                .update();
        jdbc.sql("""
                        insert into fingerprint_band (collection_id, band, source, change)
                        select :collection, band, :source, :change from unnest(:bands) as band
                        on conflict do nothing
                        """)
                .param("collection", writing.session().collection().value())
                .param("source", source.value())
                .param("change", change.value())
                .param("bands", bands)
                .update();
        for (Alike other : alike) insert(source, other, change);
    }

    private void insert(SourceId source, Alike other, ChangeId change) {
        jdbc.sql("""
                        insert into likeness (one, other, collection_id, containment, coverage, shares_lead, change)
                        values (:one, :other, :collection, :containment, :coverage, :shares_lead, :change)
                        on conflict do nothing
                        """)
                .param("one", other.source().value())
                .param("other", source.value())
                .param("collection", writing.session().collection().value())
                .param("containment", other.containment())
                .param("coverage", other.coverage())
                .param("shares_lead", other.sharesLead())
                .param("change", change.value())
                .update();
    }
}
