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

    /// A person or group as lists show it.
    ///
    /// @param kind `person` or `group`
    /// @param birth EDTF
    /// @param sources different sources that the statements about it rest on
    public record ListedRow(
            UUID id,
            String kind,
            long number,
            @Nullable String name,
            @Nullable String birth,
            String detail,
            boolean isPublic,
            int contradictions,
            int sources) {}

    /// A person with the parts of the name.
    public record VictimRow(
            UUID id,
            @Nullable String name,
            @Nullable String givenNames,
            @Nullable String surnames,
            @Nullable String sex) {}

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

    /// All persons and groups by name, those without one last.
    public static List<ListedRow> list(JdbcClient jdbc, int offset, int limit) {
        return jdbc.sql("""
                        select party.*, n.number,
                               (select count(distinct q.source) from statement s join passage q on q.id = s.passage
                                where s.subject = party.id and s.status in ('accepted', 'contested')) as sources
                        from (select id, 'person' as kind, name, birth, coalesce(surnames, name) as sorted,
                                     concat_ws(', ', occupation, nullif(array_to_string(organisation, ', '), '')) as detail,
                                     coalesce(release = 'public', false) as is_public,
                                     cardinality(contested) as contradictions
                              from person
                              union all
                              select id, 'group', name, null, name, '', coalesce(release = 'public', false),
                                     cardinality(contested)
                              from actor_group) party
                             join entity n on n.id = party.id
                        order by plain(sorted) nulls last, plain(name), n.number
                        offset :offset limit :limit
                        """)
                .param("offset", offset)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(ListedRow.class))
                .list();
    }

    public static int count(JdbcClient jdbc) {
        return jdbc.sql("select (select count(*) from person) + (select count(*) from actor_group)")
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

    /// Persons with the parts of their names, in the order of recording.
    public static List<VictimRow> listVictims(JdbcClient jdbc, Collection<UUID> persons) {
        return jdbc.sql("""
                        select p.id, p.name, p.given_names, p.surnames, p.sex
                        from person p join entity n on n.id = p.id
                        where p.id = any (:persons) order by n.number
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(VictimRow.class))
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
