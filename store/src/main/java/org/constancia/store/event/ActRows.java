package org.constancia.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads acts and those accused of them.
public final class ActRows {
    /// What was done to whom.
    ///
    /// @param victimKind `person` or `group`
    /// @param victimName null for somebody nobody names
    /// @param categories the codes it was given, in the order of recording
    /// @param date EDTF, of the act or else of its event
    public record ActRow(
            UUID id,
            @Nullable UUID event,
            @Nullable String eventTitle,
            @Nullable UUID victim,
            @Nullable String victimKind,
            @Nullable String victimName,
            List<String> categories,
            @Nullable String date) {
        public ActRow {
            categories = List.copyOf(categories);
        }
    }

    /// By whom an act was done, as alleged.
    ///
    /// @param perpetratorKind `person` or `group`; null when only a code of the presumed responsible is given
    /// @param responsible the code given for the act, or else the code the group stands for
    public record InvolvementRow(
            UUID id,
            UUID act,
            @Nullable UUID perpetrator,
            @Nullable String perpetratorKind,
            @Nullable String perpetratorName,
            @Nullable String responsible) {}

    private static final String ACT = """
            select a.id, a.event, e.title as event_title, a.victim, v.kind as victim_kind,
                   coalesce(p.name, g.name) as victim_name, a.category, coalesce(a.date, e.date) as date
            from act a
                 join entity n on n.id = a.id
                 left join event e on e.id = a.event
                 left join entity v on v.id = a.victim
                 left join person p on p.id = a.victim
                 left join actor_group g on g.id = a.victim
            """;

    private ActRows() {}

    /// The acts of an event in the order of recording.
    public static List<ActRow> listOfEvent(JdbcClient jdbc, UUID event) {
        return jdbc.sql(ACT + "where a.event = :event order by n.number")
                .param("event", event)
                .query(ActRows::readAct)
                .list();
    }

    public static List<ActRow> listOf(JdbcClient jdbc, Collection<UUID> acts) {
        return jdbc.sql(ACT + "where a.id = any (:acts) order by n.number")
                .param("acts", acts.toArray(UUID[]::new))
                .query(ActRows::readAct)
                .list();
    }

    /// The acts done to a person or group, the earliest first.
    public static List<ActRow> listSufferedBy(JdbcClient jdbc, UUID victim) {
        return jdbc.sql(ACT + """
                        where a.victim = :victim order by coalesce(a.date_earliest, e.date_earliest) nulls last, n.number
                        """)
                .param("victim", victim)
                .query(ActRows::readAct)
                .list();
    }

    /// The acts a person or group is accused of, the earliest first.
    public static List<ActRow> listAllegedlyBy(JdbcClient jdbc, UUID perpetrator) {
        return jdbc.sql(ACT + """
                        where exists (select from involvement i where i.act = a.id and i.perpetrator = :perpetrator)
                        order by coalesce(a.date_earliest, e.date_earliest) nulls last, n.number
                        """)
                .param("perpetrator", perpetrator)
                .query(ActRows::readAct)
                .list();
    }

    public static List<InvolvementRow> listInvolved(JdbcClient jdbc, Collection<UUID> acts) {
        if (acts.isEmpty()) return List.of();
        return jdbc.sql("""
                        select i.id, i.act, i.perpetrator, k.kind as perpetrator_kind,
                               coalesce(p.name, g.name) as perpetrator_name, coalesce(i.responsible, g.responsible) as responsible
                        from involvement i
                             join entity n on n.id = i.id
                             left join entity k on k.id = i.perpetrator
                             left join person p on p.id = i.perpetrator
                             left join actor_group g on g.id = i.perpetrator
                        where i.act = any (:acts)
                        order by n.number
                        """)
                .param("acts", acts.toArray(UUID[]::new))
                .query(new SimplePropertyRowMapper<>(InvolvementRow.class))
                .list();
    }

    private static ActRow readAct(ResultSet row, int number) throws SQLException {
        return new ActRow(
                row.getObject("id", UUID.class),
                row.getObject("event", UUID.class),
                row.getString("event_title"),
                row.getObject("victim", UUID.class),
                row.getString("victim_kind"),
                row.getString("victim_name"),
                List.of((String[]) row.getArray("category").getArray()),
                row.getString("date"));
    }
}
