package org.constancia.store.family;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.constancia.core.record.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Reads the families: what is stated of each source, and what stood before it was separated.
public final class FamilyRows {
    private static final String COLUMNS = """
            select s.id, s.number, coalesce(b.title, r.title, left(s.sha256, 12)) as title, b.publisher, b.published,
                   t.value as family, t.basis, t.status, t.id as statement
            from source s
                 left join lateral (select id, value, basis, status from statement
                                    where subject = s.id and property = 'source.family'
                                          and status in ('accepted', 'contested', 'rejected')
                                    order by status = 'rejected', number desc limit 1) t on true
                 left join bibliography b on b.id = s.id
                 left join lateral (select title from reading where source = s.id order by version desc limit 1) r on true
            """;

    private FamilyRows() {}

    /// A source that is or was a member of a family, or of none.
    ///
    /// @param family null when none was ever stated
    /// @param statement the one that makes it a member, or made it one before it was rejected
    public record MemberRow(
            SourceId source,
            long number,
            String title,
            @Nullable String publisher,
            @Nullable String published,
            @Nullable String family,
            @Nullable String basis,
            @Nullable String status,
            @Nullable UUID statement) {
        public boolean isSeparated() {
            return "rejected".equals(status);
        }

        /// Whether a person said so, and not only the comparison of the texts.
        public boolean isStatedByPerson() {
            return basis != null && !basis.equals("inferred");
        }
    }

    /// The members of a family and those that were separated from it, in the order in which they came in.
    public static List<MemberRow> listMembers(JdbcClient jdbc, String family) {
        return list(jdbc.sql(COLUMNS + """
                        where s.id in (select subject from statement where property = 'source.family' and value = :family)
                              and t.value = :family
                        order by s.number
                        """).param("family", family));
    }

    /// What is stated of some sources, by their numbers.
    public static List<MemberRow> listOf(JdbcClient jdbc, Collection<Long> numbers) {
        return list(jdbc.sql(COLUMNS + "where s.number = any (:numbers) order by s.number")
                .param("numbers", numbers.toArray(Long[]::new)));
    }

    /// What is stated of one source.
    public static List<MemberRow> listOf(JdbcClient jdbc, SourceId source) {
        return list(jdbc.sql(COLUMNS + "where s.id = :source").param("source", source.value()));
    }

    private static List<MemberRow> list(StatementSpec question) {
        return question.query((row, number) -> new MemberRow(
                        new SourceId(row.getObject("id", UUID.class)),
                        row.getLong("number"),
                        row.getString("title"),
                        row.getString("publisher"),
                        row.getString("published"),
                        row.getString("family"),
                        row.getString("basis"),
                        row.getString("status"),
                        row.getObject("statement", UUID.class)))
                .list();
    }
}
