package org.constancia.store.party;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads persons and groups.
public final class PartyRows {
    /// A person or a group.
    ///
    /// @param kind `person` or `group`
    /// @param name null for a person nobody names
    public record PartyRow(UUID id, String kind, @Nullable String name, long number) {}

    /// A person as lists show it.
    ///
    /// @param birth EDTF
    /// @param sources different sources that the statements about the person rest on
    public record PersonRow(
            UUID id,
            long number,
            @Nullable String name,
            @Nullable String birth,
            String detail,
            boolean isPublic,
            int contradictions,
            int sources) {}

    /// A post a person held.
    public record PostRow(
            @Nullable String title,
            @Nullable String organisation,
            @Nullable String date) {}

    private PartyRows() {}

    public static Optional<PartyRow> find(JdbcClient jdbc, UUID id) {
        return listOf(jdbc, List.of(id)).stream().findFirst();
    }

    public static List<PartyRow> listOf(JdbcClient jdbc, Collection<UUID> ids) {
        return jdbc.sql("""
                        select p.id, 'person' as kind, p.name, n.number
                        from person p join entity n on n.id = p.id where p.id = any (:ids)
                        union all
                        select g.id, 'group', g.name, n.number
                        from actor_group g join entity n on n.id = g.id where g.id = any (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(PartyRow.class))
                .list();
    }

    /// All persons by name, those without one last.
    public static List<PersonRow> listPersons(JdbcClient jdbc, int offset, int limit) {
        return jdbc.sql("""
                        select p.id, n.number, p.name, p.birth,
                               concat_ws(', ', p.occupation, nullif(array_to_string(p.organisation, ', '), '')) as detail,
                               coalesce(p.release = 'public', false) as is_public,
                               cardinality(p.contested) as contradictions,
                               (select count(distinct q.source) from statement s join passage q on q.id = s.passage
                                where s.subject = p.id and s.status in ('accepted', 'contested')) as sources
                        from person p join entity n on n.id = p.id
                        order by plain(coalesce(p.surnames, p.name)) nulls last, plain(p.name), n.number
                        offset :offset limit :limit
                        """)
                .param("offset", offset)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(PersonRow.class))
                .list();
    }

    public static int countPersons(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from person")
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /// The posts a person held, the earliest first.
    public static List<PostRow> listPosts(JdbcClient jdbc, UUID person) {
        return jdbc.sql("""
                        select title, organisation, date from position
                        where person = :person order by date_earliest nulls last, id
                        """)
                .param("person", person)
                .query(new SimplePropertyRowMapper<>(PostRow.class))
                .list();
    }

    /// The groups a group contains and the one that contains it; for a person, the groups of the record that bear the
    /// name of one of its organisations.
    public static List<PartyRow> listAffiliated(JdbcClient jdbc, UUID id) {
        return jdbc.sql("""
                        select g.id, 'group' as kind, g.name, n.number
                        from actor_group g join entity n on n.id = g.id
                        where g.parent = :id
                              or g.id = (select parent from actor_group where id = :id)
                              or plain(g.name) in (select plain(o) from person p, unnest(p.organisation) o where p.id = :id)
                        order by g.name, g.id
                        """)
                .param("id", id)
                .query(new SimplePropertyRowMapper<>(PartyRow.class))
                .list();
    }

    /// The parties accused of an act of the event, each once.
    public static List<PartyRow> listAccused(JdbcClient jdbc, UUID event) {
        List<UUID> ids = jdbc.sql("""
                        select distinct i.perpetrator from involvement i join act a on a.id = i.act
                        where a.event = :event and i.perpetrator is not null
                        """)
                .param("event", event)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return listOf(jdbc, ids);
    }
}
