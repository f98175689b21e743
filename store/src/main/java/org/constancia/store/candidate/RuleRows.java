package org.constancia.store.candidate;

import java.util.List;
import java.util.UUID;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Counts what became of the proposals of each rule. A proposal counts for every rule that fired for it.
public final class RuleRows {
    private static final String NARROWED = """
            from candidate c
                 join source s on s.id = c.source
                 join reading r on r.source = c.source and r.version = c.layer
                 cross join lateral unnest(c.rules) as fired (rule)
            where (cast(:language as text) is null or r.language = :language)
                  and (cast(:kind as text) is null or c.kind = :kind)
            """;

    private RuleRows() {}

    /// What became of the proposals of a rule; those that were split count with their parts.
    ///
    /// @param accepted as the rule proposed it
    /// @param edited accepted after a person corrected it
    public record RuleRow(String rule, long waiting, long accepted, long edited, long rejected) {}

    /// The proposals of some range of the score that were decided.
    ///
    /// @param bin 0 for scores under .1, and so on to 9
    /// @param score the mean of the scores
    public record ScoreRow(int bin, long decided, long accepted, double score) {}

    /// A proposal of a rule.
    ///
    /// @param status `waiting`, `accepted` or `rejected`
    public record ExampleRow(
            UUID id,
            SourceId source,
            long number,
            String kind,
            String text,
            String status,
            boolean edited,
            @Nullable String reason,
            double score) {}

    /// @param language ISO 639-1; null for all
    /// @param kind as the extractor names it; null for all
    public static List<RuleRow> list(JdbcClient jdbc, @Nullable String language, @Nullable String kind) {
        return narrowed(
                        jdbc.sql("""
                                select fired.rule,
                                       count(*) filter (where c.status = 'waiting') as waiting,
                                       count(*) filter (where c.status = 'accepted' and c.edited_by is null) as accepted,
                                       count(*) filter (where c.status = 'accepted' and c.edited_by is not null) as edited,
                                       count(*) filter (where c.status = 'rejected') as rejected
                                """ + NARROWED + "and c.status <> 'split' group by fired.rule order by fired.rule"),
                        language,
                        kind)
                .query((row, number) -> new RuleRow(
                        row.getString("rule"),
                        row.getLong("waiting"),
                        row.getLong("accepted"),
                        row.getLong("edited"),
                        row.getLong("rejected")))
                .list();
    }

    /// How often proposals were accepted, by tenths of their score.
    public static List<ScoreRow> listByScore(JdbcClient jdbc, @Nullable String language, @Nullable String kind) {
        return narrowed(jdbc.sql("""
                                select least(9, floor(c.score * 10)) as bin, count(*) as decided,
                                       count(*) filter (where c.status = 'accepted') as accepted, avg(c.score) as score
                                from candidate c join reading r on r.source = c.source and r.version = c.layer
                                where (cast(:language as text) is null or r.language = :language)
                                      and (cast(:kind as text) is null or c.kind = :kind)
                                      and c.status in ('accepted', 'rejected') and c.split_from is null
                                group by bin order by bin
                                """), language, kind)
                .query((row, number) -> new ScoreRow(
                        row.getInt("bin"), row.getLong("decided"), row.getLong("accepted"), row.getDouble("score")))
                .list();
    }

    /// Proposals of a rule, the rejected first, then the corrected.
    public static List<ExampleRow> listExamples(
            JdbcClient jdbc, String rule, @Nullable String language, @Nullable String kind, int limit) {
        return narrowed(jdbc.sql("""
                                select c.id, c.source, s.number, c.kind, c.text, c.status,
                                       c.edited_by is not null as edited, c.decision ->> 'reason' as reason, c.score
                                """ + NARROWED + """
                                and fired.rule = :rule and c.status <> 'split'
                                order by array_position(array['rejected', 'accepted', 'waiting'], c.status),
                                         c.edited_by is null, c.decided_at desc nulls last, c.id
                                limit :limit
                                """), language, kind)
                .param("rule", rule)
                .param("limit", limit)
                .query((row, number) -> new ExampleRow(
                        row.getObject("id", UUID.class),
                        new SourceId(row.getObject("source", UUID.class)),
                        row.getLong("number"),
                        row.getString("kind"),
                        row.getString("text"),
                        row.getString("status"),
                        row.getBoolean("edited"),
                        row.getString("reason"),
                        row.getDouble("score")))
                .list();
    }

    private static StatementSpec narrowed(StatementSpec question, @Nullable String language, @Nullable String kind) {
        return question.param("language", language).param("kind", kind);
    }
}
