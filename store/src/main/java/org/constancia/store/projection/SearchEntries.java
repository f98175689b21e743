package org.constancia.store.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.constancia.core.vocabulary.CinepCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What search looks through. An event is found by its own words, its place and all that contains it, its year, its
/// victims, the names of its categories and the plain words people use for them.
final class SearchEntries {
    /// The plain words for the categories that are killings, which no official label uses.
    private static final String KILLING_WORDS = "homicidio asesinato muerte killing homicide murder";

    private static final String DISAPPEARANCE_WORDS = "desaparición desaparecido disappearance disappeared";
    private static final String DISPLACEMENT_WORDS = "desplazamiento desplazados displacement displaced";
    private static final String THREAT_WORDS = "amenaza amenazas threat threats";

    /// Something to be found under its names and words.
    private record Entry(
            UUID id,
            UUID collection,
            String kind,
            String title,
            String names,
            String words,
            @Nullable LocalDate earliest) {}

    private final NamedParameterJdbcOperations operations;
    private final JdbcClient jdbc;

    SearchEntries(NamedParameterJdbcOperations operations) {
        this.operations = operations;
        this.jdbc = JdbcClient.create(operations);
    }

    /// The entries of those of these things that are found by themselves and are no events. Also removes the entry of
    /// an event that is there no longer.
    void renewThings(UUID[] things) {
        delete(things);
        insert(simple(things));
    }

    void renewEvents(UUID[] events) {
        delete(events);
        insert(events(events));
    }

    private void delete(UUID[] ids) {
        jdbc.sql("delete from search_entry where id = any (:ids)")
                .param("ids", ids)
                .update();
    }

    private List<Entry> simple(UUID[] things) {
        return jdbc.sql("""
                        select id, collection_id, 'person' as kind, coalesce(name, 'N.N.') as title,
                               concat_ws(' ', name, given_names, surnames, array_to_string(alias, ' ')) as names,
                               concat_ws(' ', name, given_names, surnames, array_to_string(alias, ' '), occupation,
                                         array_to_string(organisation, ' ')) as words,
                               birth_earliest as earliest
                        from person where id = any (:things)
                        union all
                        select id, collection_id, 'group', coalesce(name, ''), coalesce(name, ''), coalesce(name, ''), null
                        from actor_group where id = any (:things)
                        union all
                        select b.id, b.collection_id, 'source', coalesce(b.title, b.publisher, ''),
                               concat_ws(' ', b.title, b.publisher),
                               concat_ws(' ', b.title, b.publisher, b.author, b.published, left(latest.text, 200000)),
                               b.published_earliest
                        from bibliography b
                             left join lateral (select text from reading r where r.source = b.id
                                                order by version desc limit 1) latest on true
                        where b.id = any (:things)
                        union all
                        select c.id, c.collection_id, 'commitment', left(coalesce(c.text, ''), 200),
                               concat_ws(' ', p.name, g.name),
                               concat_ws(' ', c.text, c.office, p.name, g.name, c.date), c.date_earliest
                        from commitment c left join person p on p.id = c.by left join actor_group g on g.id = c.by
                        where c.id = any (:things)
                        """)
                .param("things", things)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("collection_id", UUID.class),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("names"),
                        row.getString("words"),
                        row.getObject("earliest", LocalDate.class)))
                .list();
    }

    private List<Entry> events(UUID[] events) {
        return jdbc.sql("""
                        select e.id, e.collection_id, coalesce(e.title, '') as title, e.date_earliest,
                               concat_ws(' ', e.title, pl.name,
                                         (select string_agg(concat_ws(' ', p.name, array_to_string(p.alias, ' ')), ' ' order by p.id)
                                          from act a join person p on p.id = a.victim where a.event = e.id)) as names,
                               concat_ws(' ', e.summary, replace(e.context, '_', ' '), e.date,
                                         to_char(e.date_earliest, 'YYYY'), to_char(e.date_latest, 'YYYY'), pl.code, pl.country,
                                         (select string_agg(g.name, ' ' order by g.id)
                                          from act a join actor_group g on g.id = a.victim where a.event = e.id),
                                         (select string_agg(a.description, ' ' order by a.id)
                                          from act a where a.event = e.id)) as words,
                               (select array_agg(distinct code order by code)
                                from act a, unnest(a.category) code where a.event = e.id) as categories,
                               coalesce(pl.code, '') as place_code, coalesce(pl.country, '') as place_country
                        from event e left join place pl on pl.id = e.place
                        where e.id = any (:events)
                        """)
                .param("events", events)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getObject("collection_id", UUID.class),
                        "event",
                        row.getString("title"),
                        row.getString("names"),
                        row.getString("names") + " " + row.getString("words") + " "
                                + PlacesAround.names(row.getString("place_code"), row.getString("place_country")) + " "
                                + categoryWords(
                                        row.getArray("categories") == null
                                                ? List.of()
                                                : List.of((String[]) row.getArray("categories")
                                                        .getArray())),
                        row.getObject("date_earliest", LocalDate.class)))
                .list();
    }

    private static String categoryWords(List<String> codes) {
        return codes.stream()
                .flatMap(code -> CinepCategories.shipped().find(code).stream())
                .map(category -> category.term().code() + " " + category.number() + " "
                        + category.term().label() + " "
                        + plainWords(category.term().label()))
                .collect(Collectors.joining(" "));
    }

    private static String plainWords(String label) {
        StringBuilder words = new StringBuilder();
        if (label.contains("EJECUCIÓN")
                || label.contains("HOMICIDIO")
                || label.contains("ASESINATO")
                || label.contains("MUERTO")) {
            words.append(KILLING_WORDS);
        }
        if (label.contains("DESAPARICIÓN")) words.append(' ').append(DISAPPEARANCE_WORDS);
        if (label.contains("DESPLAZA")) words.append(' ').append(DISPLACEMENT_WORDS);
        if (label.contains("AMENAZA")) words.append(' ').append(THREAT_WORDS);
        return words.toString();
    }

    private void insert(List<Entry> entries) {
        if (entries.isEmpty()) return;
        operations.batchUpdate(
                """
                        insert into search_entry (id, collection_id, kind, title, names, words, earliest)
                        values (:id, :collection, :kind, :title, plain(:names),
                                to_tsvector('es_plain', :words) || to_tsvector('en_plain', :words), :earliest)
                        """, entries.stream().map(SimplePropertySqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }
}
