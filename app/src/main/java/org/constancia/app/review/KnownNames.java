package org.constancia.app.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Link;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether somebody a source names is on record already, and whether a name is that of a person or of a body.
final class KnownNames {
    private static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "y", "e", "van", "von", "da");

    private static final List<String> BODY_WORDS = List.of(
            "fiscal",
            "ministerio",
            "ministry",
            "polic",
            "comisi",
            "commission",
            "corporaci",
            "fundaci",
            "foundation",
            "gobierno",
            "government",
            "defensor",
            "organiza",
            "comit",
            "onu",
            "oficina",
            "office",
            "consejo",
            "council",
            "grupo",
            "group",
            "ejército",
            "army",
            "guerrilla",
            "autodefensas",
            "procuradur",
            "alcald",
            "corte",
            "court",
            "tribunal",
            "congreso",
            "congress",
            "asociaci",
            "association",
            "sindicato",
            "union",
            "familia",
            "family",
            "agencia",
            "agency",
            "esmad",
            "fuerzas",
            "forces",
            "batall",
            "brigada",
            "human rights");

    private final JdbcClient jdbc;

    KnownNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The one person or group that bears exactly this name, accents and case apart; empty when there is none, or more
    /// than one to choose from.
    Optional<EntityId> find(String name) {
        List<EntityId> found = jdbc.sql("""
                        select id, 'person' as kind from person
                        where plain(name) = plain(:name) or exists (select from unnest(alias) a where plain(a) = plain(:name))
                        union all
                        select id, 'group' from actor_group where plain(name) = plain(:name)
                        """)
                .param("name", name)
                .query((row, number) ->
                        new EntityId(EntityKind.of(row.getString("kind")), row.getObject("id", UUID.class)))
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Persons and groups on record whose names are like this one, the likeliest first, five at the most.
    List<Duplicate> listSimilar(String name) {
        return jdbc.sql("""
                        select id, kind, name, detail from (
                            select id, 'person' as kind, name, concat_ws(' · ', occupation, birth) as detail,
                                   similarity(plain(name), plain(:name)) as likeness from person
                            union all
                            select id, 'group', name, replace(kind, '_', ' '), similarity(plain(name), plain(:name))
                            from actor_group) known
                        where likeness >= 0.45
                        order by likeness desc, id limit 5
                        """)
                .param("name", name)
                .query((row, number) -> new Duplicate(
                        row.getString("kind") + ":" + row.getString("id"),
                        new Link(row.getString("name"), "/" + row.getString("kind") + "s/" + row.getString("id")),
                        row.getString("detail") == null ? "" : row.getString("detail")))
                .list();
    }

    /// What kind of thing a name is likely the name of: two to five capitalised words that no body bears are a person.
    static EntityKind kindOf(String name, boolean hasOffice) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (BODY_WORDS.stream().anyMatch(lower::contains)) return EntityKind.GROUP;
        List<String> words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !PARTICLES.contains(word))
                .toList();
        boolean capitalised = words.stream().allMatch(word -> Character.isUpperCase(word.charAt(0)));
        boolean shout = name.length() > 4 && name.equals(name.toUpperCase(Locale.ROOT));
        boolean person = capitalised && !shout && words.size() <= 5 && (words.size() >= 2 || hasOffice);
        return person ? EntityKind.PERSON : EntityKind.GROUP;
    }
}
