package org.constancia.app.web.record;

import java.util.List;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Link;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList.Sex;
import org.jspecify.annotations.Nullable;

/// Victims in rows, categories in columns, alleged perpetrators for all of them above.
/// Every tick times every alleged perpetrator is one act.
///
/// @param passages what may be cited: a passage of a source of this event
public record ActGridPage(
        String eventId,
        Link event,
        List<Perpetrator> perpetrators,
        List<Choice> passages,
        @Nullable String passage,
        Basis basis,
        List<Category> categories,
        List<Category> offered,
        List<Row> rows,
        @Nullable String badCode,
        boolean passageMissing) {

    public ActGridPage {
        perpetrators = List.copyOf(perpetrators);
        passages = List.copyOf(passages);
        categories = List.copyOf(categories);
        offered = List.copyOf(offered);
        rows = List.copyOf(rows);
    }

    /// @param code of the vocabulary of presumed responsible parties; empty for a group or person of the record
    public record Perpetrator(String id, String code, String name, boolean chosen) {}

    public record Choice(String id, String label) {}

    public record Category(String code, String label) {}

    /// @param personId the person on record; absent for a new one
    /// @param ticked codes of the categories
    public record Row(
            @Nullable String personId,
            String given,
            String surnames,
            String age,
            Sex sex,
            List<String> ticked,
            List<Duplicate> duplicates,
            boolean withoutCategory) {

        public Row {
            ticked = List.copyOf(ticked);
            duplicates = List.copyOf(duplicates);
        }

        public boolean isEmpty() {
            return given.isBlank() && surnames.isBlank() && ticked.isEmpty();
        }

        public String name() {
            return (given + " " + surnames).strip();
        }
    }

    public long victims() {
        return rows.stream().filter(row -> !row.ticked().isEmpty()).count();
    }

    public long victimizations() {
        return rows.stream().mapToLong(row -> row.ticked().size()).sum();
    }

    /// Without a chosen alleged perpetrator each victimization is one act by unknown hands.
    public long acts() {
        long accused = perpetrators.stream().filter(Perpetrator::chosen).count();
        return victimizations() * Math.max(1, accused);
    }
}
