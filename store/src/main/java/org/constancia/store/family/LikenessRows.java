package org.constancia.store.family;

import java.util.List;
import java.util.UUID;
import org.constancia.core.record.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads which texts are worth comparing and which were found alike.
public final class LikenessRows {
    private LikenessRows() {}

    /// A source that shares bands with a text.
    public record CandidateRow(SourceId source, byte[] signature) {}

    /// Two sources that carry the same story.
    ///
    /// @param one the number of the source that came first
    /// @param other the number of the later one
    public record PairRow(long one, long other, double containment, double coverage, boolean sharesLead) {}

    /// The sources that share bands with a text, those that share most first.
    public static List<CandidateRow> listCandidates(JdbcClient jdbc, SourceId except, long[] bands, int limit) {
        return jdbc.sql("""
                        select shared.source, f.signature
                        from (select source, count(*) as bands from fingerprint_band
                              where band = any (:bands) and source <> :source
                              group by source order by bands desc, source limit :limit) shared
                             join lateral (select signature from fingerprint
                                           where source = shared.source order by layer desc limit 1) f on true
                        order by shared.bands desc, shared.source
                        """)
                .param("bands", bands)
                .param("source", except.value())
                .param("limit", limit)
                .query((row, number) ->
                        new CandidateRow(new SourceId(row.getObject("source", UUID.class)), row.getBytes("signature")))
                .list();
    }

    /// The pairs that hang together with a source.
    public static List<PairRow> listAround(JdbcClient jdbc, SourceId source, int limit) {
        return jdbc.sql("""
                        with recursive related (id) as (
                            select cast(:source as uuid)
                            union
                            select case when l.one = r.id then l.other else l.one end
                            from related r join likeness l on l.one = r.id or l.other = r.id
                        )
                        select a.number as one, b.number as other, l.containment, l.coverage, l.shares_lead
                        from likeness l join source a on a.id = l.one join source b on b.id = l.other
                        where l.one in (select id from related)
                        order by a.number, b.number limit :limit
                        """)
                .param("source", source.value())
                .param("limit", limit)
                .query((row, number) -> new PairRow(
                        row.getLong("one"),
                        row.getLong("other"),
                        row.getDouble("containment"),
                        row.getDouble("coverage"),
                        row.getBoolean("shares_lead")))
                .list();
    }

    /// Sources that were read and never compared, those that came in first before the others.
    public static List<SourceId> listNotCompared(JdbcClient jdbc) {
        return jdbc.sql("""
                        select s.id from source s
                        where exists (select from reading r where r.source = s.id and r.text is not null)
                              and not exists (select from fingerprint f where f.source = s.id)
                        order by s.number
                        """)
                .query((row, number) -> new SourceId(row.getObject("id", UUID.class)))
                .list();
    }
}
