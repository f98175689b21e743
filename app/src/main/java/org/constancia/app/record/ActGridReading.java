package org.constancia.app.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.constancia.app.record.value.RecordIds;
import org.constancia.app.record.value.RecordLinks;
import org.constancia.app.web.record.ActGridPage;
import org.constancia.app.web.record.ActGridPage.Category;
import org.constancia.app.web.record.ActGridPage.Choice;
import org.constancia.app.web.record.ActGridPage.Perpetrator;
import org.constancia.app.web.record.ActGridPage.Row;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.Sex;
import org.constancia.core.record.EntityKind;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.core.vocabulary.CinepCategories.VictimKind;
import org.constancia.core.vocabulary.PresumedResponsible;
import org.constancia.store.event.ActRows;
import org.constancia.store.event.ActRows.ActRow;
import org.constancia.store.event.EventRow;
import org.constancia.store.event.EventRows;
import org.constancia.store.party.PartyRows;
import org.constancia.store.party.PartyRows.VictimRow;
import org.constancia.store.statement.PassageRows;
import org.constancia.store.statement.PassageRows.PassageRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts together the act grid of an event: the victims it has already, the categories used so far, the parties that may
/// be accused, and the passages that may be cited.
final class ActGridReading {
    private static final int PASSAGES = 200;
    private static final int ROWS = 60;
    private static final int LABEL = 90;

    /// The branches of the tree of presumed responsible that are always offered; whoever was accused in the event is
    /// offered too.
    private static final List<String> OFFERED = List.of(
            PresumedResponsible.NO_INFORMATION,
            PresumedResponsible.STATE_POLE,
            "2",
            "4",
            "7",
            "14",
            PresumedResponsible.INSURGENT_POLE,
            "25");

    private ActGridReading() {}

    static ActGridPage get(JdbcClient jdbc, String text, @Nullable String passage) {
        UUID id = RecordIds.parse(text);
        EventRow event = EventRows.find(jdbc, id).orElseThrow(() -> RecordIds.notFound(text));
        List<ActRow> acts = ActRows.listOfEvent(jdbc, id);
        List<Choice> passages = PassageRows.listOfEvent(jdbc, id, PASSAGES).stream()
                .map(ActGridReading::choice)
                .toList();
        return new ActGridPage(
                id.toString(),
                RecordLinks.event(id, event.title(), event.number()),
                perpetrators(jdbc, id, acts),
                passages,
                passages.stream().anyMatch(choice -> choice.id().equals(passage)) ? passage : null,
                Basis.ALLEGED,
                categories(acts),
                offered(),
                rows(jdbc, acts),
                null,
                false);
    }

    private static Choice choice(PassageRow passage) {
        String words = passage.text().replaceAll("\\s+", " ").strip();
        String quote = words.length() <= LABEL ? words : words.substring(0, LABEL - 1) + "…";
        return new Choice(
                passage.id().toString(),
                (passage.outlet() == null ? passage.title() : passage.outlet()) + ": “" + quote + "”");
    }

    private static List<Perpetrator> perpetrators(JdbcClient jdbc, UUID event, List<ActRow> acts) {
        Map<String, Perpetrator> offered = new LinkedHashMap<>();
        PartyRows.listAccused(jdbc, event).forEach(party -> {
            String id = party.kind() + ":" + party.id();
            offered.put(id, new Perpetrator(id, "", party.name() == null ? RecordLinks.NO_NAME : party.name(), false));
        });
        Set<String> codes = new LinkedHashSet<>();
        ActRows.listInvolved(jdbc, acts.stream().map(ActRow::id).toList()).stream()
                .filter(one -> one.perpetrator() == null && one.responsible() != null)
                .forEach(one -> codes.add(String.valueOf(one.responsible())));
        codes.addAll(OFFERED);
        for (String code : codes) {
            PresumedResponsible.shipped().find(code).ifPresent(term -> {
                String id = ActWriting.RESPONSIBLE + code;
                offered.put(id, new Perpetrator(id, code, term.label(), false));
            });
        }
        return List.copyOf(offered.values());
    }

    private static List<Category> categories(List<ActRow> acts) {
        return acts.stream()
                .flatMap(act -> act.categories().stream())
                .distinct()
                .flatMap(code -> CinepCategories.shipped().find(code).stream())
                .map(ActGridReading::category)
                .toList();
    }

    /// The categories that have a victim and are not retired.
    private static List<Category> offered() {
        CinepCategories categories = CinepCategories.shipped();
        return categories.vocabulary().terms().stream()
                .filter(term -> !term.retired())
                .map(term -> categories.get(term.code()))
                .filter(category -> category.victimKind() != VictimKind.OTHER)
                .map(ActGridReading::category)
                .toList();
    }

    private static Category category(CinepCategories.Category category) {
        return new Category(category.term().code(), category.term().label());
    }

    /// The persons who are victims in the event, each once and with nothing ticked: a tick is an act to be written.
    private static List<Row> rows(JdbcClient jdbc, List<ActRow> acts) {
        Set<UUID> victims = new LinkedHashSet<>();
        for (ActRow act : acts) {
            if (act.victim() != null && EntityKind.PERSON.code().equals(act.victimKind())) victims.add(act.victim());
        }
        List<Row> rows = new ArrayList<>();
        for (VictimRow victim : PartyRows.listVictims(jdbc, victims)) {
            if (rows.size() == ROWS) break;
            rows.add(new Row(
                    victim.id().toString(),
                    given(victim),
                    victim.surnames() == null ? "" : victim.surnames(),
                    "",
                    victim.sex() == null ? Sex.UNKNOWN : CodeList.member(Sex.class, victim.sex()),
                    List.of(),
                    List.of(),
                    false));
        }
        return rows;
    }

    /// A name that nobody has split into its parts stands in the first column.
    private static String given(VictimRow victim) {
        if (victim.givenNames() != null) return victim.givenNames();
        if (victim.name() == null) return RecordLinks.NO_NAME;
        return victim.surnames() == null ? victim.name() : "";
    }
}
