package org.constancia.store.event;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.constancia.core.record.EntityKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what was said, promised and demanded.
public final class SayingRows {
    /// Something said by somebody.
    ///
    /// @param speaker null when the record does not know who
    /// @param speakerKind `person` or `group`
    /// @param speakerResponsible the code of the presumed responsible that the speaking group stands for
    /// @param role the office held when it was said, or of whom something is demanded; empty when unknown
    /// @param date EDTF
    /// @param status of a commitment, a code of [org.constancia.core.record.CodeList.CommitmentStatus]
    public record SayingRow(
            UUID id,
            @Nullable UUID speaker,
            @Nullable String speakerKind,
            @Nullable String speakerName,
            @Nullable String speakerResponsible,
            String role,
            @Nullable String date,
            @Nullable String due,
            @Nullable String status) {}

    private static final String SPEAKER = """
            join entity n on n.id = said.id
            left join entity k on k.id = said.by
            left join person p on p.id = said.by
            left join actor_group g on g.id = said.by
            """;
    private static final String COLUMNS = """
            select said.id, said.by as speaker, k.kind as speaker_kind, coalesce(p.name, g.name) as speaker_name,
                   g.responsible as speaker_responsible, said.date,
            """;
    private static final String DECLARATIONS = COLUMNS + """
            coalesce(said.office, '') as role, null::text as due, null::text as status from declaration said
            """ + SPEAKER;
    private static final String COMMITMENTS = COLUMNS + """
            coalesce(said.office, '') as role, said.due, said.status from commitment said
            """ + SPEAKER;
    private static final String DEMANDS = COLUMNS + """
            coalesce(said.of, '') as role, null::text as due, null::text as status from demand said
            """ + SPEAKER;
    private static final String BY_DATE = " order by said.date_earliest nulls last, n.number";

    private SayingRows() {}

    /// The declarations, commitments or demands about an event, the earliest first.
    public static List<SayingRow> listOfEvent(JdbcClient jdbc, EntityKind kind, UUID event) {
        String about = kind == EntityKind.COMMITMENT ? "where :value = any (said.event)" : "where said.event = :value";
        return list(jdbc, kind, about, event);
    }

    /// The declarations, commitments or demands of a person or group, the earliest first.
    public static List<SayingRow> listBy(JdbcClient jdbc, EntityKind kind, UUID speaker) {
        return list(jdbc, kind, "where said.by = :value", speaker);
    }

    /// All declarations, commitments or demands of the session, the earliest first.
    public static List<SayingRow> listAll(JdbcClient jdbc, EntityKind kind) {
        return list(jdbc, kind, "where cast(:value as uuid) is null", null);
    }

    private static List<SayingRow> list(JdbcClient jdbc, EntityKind kind, String condition, @Nullable UUID value) {
        String from = kind == EntityKind.COMMITMENT ? COMMITMENTS : kind == EntityKind.DEMAND ? DEMANDS : DECLARATIONS;
        return jdbc.sql(from + condition + BY_DATE)
                .param("value", value)
                .query(new SimplePropertyRowMapper<>(SayingRow.class))
                .list();
    }

    /// An event that a commitment is linked to.
    public record LinkedEventRow(
            UUID commitment, UUID id, @Nullable String title, long number) {}

    /// The events that commitments are linked to, the earliest first.
    public static List<LinkedEventRow> listLinked(JdbcClient jdbc, Collection<UUID> commitments) {
        return jdbc.sql("""
                        select c.id as commitment, e.id, e.title, n.number
                        from commitment c join event e on e.id = any (c.event) join entity n on n.id = e.id
                        where c.id = any (:commitments)
                        order by e.date_earliest nulls last, n.number
                        """)
                .param("commitments", commitments.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(LinkedEventRow.class))
                .list();
    }
}
