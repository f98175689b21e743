package org.constancia.store.proceeding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads proceedings, their steps and their outcomes.
public final class ProceedingRows {
    /// A proceeding about one or more acts.
    ///
    /// @param accused null when it is against nobody in particular
    /// @param accusedKind `person` or `group`
    /// @param jurisdiction a code of [org.constancia.core.record.CodeList.Jurisdiction]
    /// @param radicado the number under which the court or the prosecutor keeps it
    public record ProceedingRow(
            UUID id,
            List<UUID> acts,
            @Nullable UUID accused,
            @Nullable String accusedKind,
            @Nullable String accusedName,
            @Nullable String jurisdiction,
            @Nullable String body,
            @Nullable String radicado) {
        public ProceedingRow {
            acts = List.copyOf(acts);
        }
    }

    /// @param stage a code of [org.constancia.core.record.CodeList.Stage]
    /// @param date EDTF
    public record StepRow(
            UUID id,
            UUID proceeding,
            @Nullable String stage,
            @Nullable String date,
            @Nullable String body,
            @Nullable String decision) {}

    /// @param kind a code of [org.constancia.core.record.CodeList.OutcomeKind]
    /// @param date EDTF
    public record OutcomeRow(
            UUID id,
            UUID proceeding,
            @Nullable String kind,
            @Nullable String date,
            @Nullable String sentence) {}

    private ProceedingRows() {}

    public static List<ProceedingRow> listOfActs(JdbcClient jdbc, Collection<UUID> acts) {
        if (acts.isEmpty()) return List.of();
        return jdbc.sql("""
                        select c.id, c.act, c.accused, k.kind as accused_kind, coalesce(p.name, g.name) as accused_name,
                               c.jurisdiction, c.body, c.radicado
                        from proceeding c
                             join entity n on n.id = c.id
                             left join entity k on k.id = c.accused
                             left join person p on p.id = c.accused
                             left join actor_group g on g.id = c.accused
                        where c.act && :acts
                        order by n.number
                        """)
                .param("acts", acts.toArray(UUID[]::new))
                .query(ProceedingRows::read)
                .list();
    }

    /// The acts of the proceedings against a person or group.
    public static List<UUID> listActsOfAccused(JdbcClient jdbc, UUID accused) {
        return jdbc.sql("select distinct unnest(act) from proceeding where accused = :accused")
                .param("accused", accused)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// The acts with a proceeding in which nothing dated happened on the given day or since.
    public static List<UUID> listActsUnmovedSince(JdbcClient jdbc, LocalDate day) {
        return jdbc.sql("""
                        select distinct unnest(c.act)
                        from proceeding c
                        where exists (select from step s where s.proceeding = c.id and s.date_latest is not null)
                              and not exists (select from step s where s.proceeding = c.id and s.date_latest >= :day)
                              and not exists (select from outcome o where o.proceeding = c.id and o.date_latest >= :day)
                        """)
                .param("day", day)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    public static List<StepRow> listSteps(JdbcClient jdbc, Collection<UUID> proceedings) {
        if (proceedings.isEmpty()) return List.of();
        return jdbc.sql("""
                        select id, proceeding, stage, date, body, decision from step
                        where proceeding = any (:proceedings) order by date_earliest nulls last, id
                        """)
                .param("proceedings", proceedings.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(StepRow.class))
                .list();
    }

    public static List<OutcomeRow> listOutcomes(JdbcClient jdbc, Collection<UUID> proceedings) {
        if (proceedings.isEmpty()) return List.of();
        return jdbc.sql("""
                        select id, proceeding, kind, date, sentence from outcome
                        where proceeding = any (:proceedings) order by date_earliest nulls last, id
                        """)
                .param("proceedings", proceedings.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(OutcomeRow.class))
                .list();
    }

    private static ProceedingRow read(ResultSet row, int number) throws SQLException {
        return new ProceedingRow(
                row.getObject("id", UUID.class),
                List.of((UUID[]) row.getArray("act").getArray()),
                row.getObject("accused", UUID.class),
                row.getString("accused_kind"),
                row.getString("accused_name"),
                row.getString("jurisdiction"),
                row.getString("body"),
                row.getString("radicado"));
    }
}
