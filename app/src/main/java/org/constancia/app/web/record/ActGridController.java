package org.constancia.app.web.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.constancia.app.web.page.Duplicate;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.SeeOther;
import org.constancia.app.web.page.Templates;
import org.constancia.app.web.record.ActGridPage.Category;
import org.constancia.app.web.record.ActGridPage.Perpetrator;
import org.constancia.app.web.record.ActGridPage.Row;
import org.constancia.app.web.search.RecordSearch;
import org.constancia.app.web.search.SearchPage;
import org.constancia.core.record.Basis;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.Sex;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.core.vocabulary.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The act grid. The whole grid travels with every press of a button, so nothing typed is lost: adding a column, asking
/// for duplicates and writing are the same form.
@Controller
public final class ActGridController {
    private static final int SPARE_ROWS = 1;

    private final Templates templates;
    private final RecordPages record;
    private final RecordDesk desk;
    private final RecordSearch search;

    public ActGridController(Templates templates, RecordPages record, RecordDesk desk, RecordSearch search) {
        this.templates = templates;
        this.record = record;
        this.desk = desk;
        this.search = search;
    }

    @GetMapping("/events/{id}/acts")
    public View grid(Page page, @PathVariable String id, @RequestParam(required = false) @Nullable String passage) {
        return templates.show("act-grid", page, withSpareRows(record.getActGrid(id, passage)));
    }

    @PostMapping("/events/{id}/acts")
    public View change(Page page, @PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
        ActGridPage grid = filled(record.getActGrid(id, form.getFirst("passage")), form);
        boolean write = "write".equals(form.getFirst("do"));
        @Nullable String passage = grid.passage();
        if (write && passage != null && grid.badCode() == null && grid.acts() > 0) {
            desk.writeActs(
                    id,
                    passage,
                    grid.basis(),
                    grid.perpetrators().stream()
                            .filter(Perpetrator::chosen)
                            .map(Perpetrator::id)
                            .toList(),
                    grid.rows().stream().filter(row -> !row.ticked().isEmpty()).toList());
            return SeeOther.withNotice("/events/" + id, "acts-written");
        }
        return templates.show("act-grid", page, withSpareRows(checked(grid, write)));
    }

    private ActGridPage filled(ActGridPage grid, MultiValueMap<String, String> form) {
        Set<String> chosen = new LinkedHashSet<>(form.getOrDefault("by", List.of()));
        List<Perpetrator> perpetrators = grid.perpetrators().stream()
                .map(one -> new Perpetrator(one.id(), one.code(), one.name(), chosen.contains(one.id())))
                .toList();
        List<Category> categories = new ArrayList<>();
        for (String code : form.getOrDefault("column", List.of())) find(code).ifPresent(categories::add);
        String asked = Optional.ofNullable(form.getFirst("code")).orElse("").strip();
        @Nullable String badCode = null;
        if (!asked.isEmpty()) {
            Optional<Category> found = find(asked);
            if (found.isEmpty()) badCode = asked;
            else if (!categories.contains(found.get())) categories.add(found.get());
        }
        return new ActGridPage(
                grid.eventId(),
                grid.event(),
                perpetrators,
                grid.passages(),
                known(grid, form.getFirst("passage")),
                basis(form.getFirst("basis")),
                categories,
                grid.offered(),
                rows(form),
                badCode,
                false);
    }

    private static @Nullable String known(ActGridPage grid, @Nullable String passage) {
        return grid.passages().stream().anyMatch(choice -> choice.id().equals(passage)) ? passage : null;
    }

    private static Basis basis(@Nullable String code) {
        for (Basis basis : Basis.values()) {
            if (basis.name().equals(code)) return basis;
        }
        return Basis.ALLEGED;
    }

    /// A category by its code, `A10` or `10`: numbers are unique across the types. Retired ones are not offered.
    private static Optional<Category> find(String code) {
        return CinepCategories.shipped().vocabulary().terms().stream()
                .filter(term -> !term.retired())
                .filter(term -> term.code().equalsIgnoreCase(code)
                        || term.code().replaceFirst("^[A-Z]+", "").equals(code))
                .findFirst()
                .map((Term term) -> new Category(term.code(), term.label()));
    }

    private List<Row> rows(MultiValueMap<String, String> form) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; form.containsKey("given-" + i); i++) {
            String given = text(form, "given-" + i);
            String surnames = text(form, "surnames-" + i);
            String used = text(form, "use-" + i);
            String person = used.isEmpty() ? text(form, "person-" + i) : used;
            Row row = new Row(
                    person.isEmpty() ? null : person,
                    given,
                    surnames,
                    text(form, "age-" + i),
                    sex(text(form, "sex-" + i)),
                    form.getOrDefault("tick-" + i, List.of()),
                    List.of(),
                    false);
            if (!row.isEmpty()) rows.add(row);
        }
        return rows;
    }

    private static Sex sex(String code) {
        return CodeList.SEX.codes().contains(code) ? CodeList.member(Sex.class, code) : Sex.UNKNOWN;
    }

    private static String text(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /// The grid with what a person should see before writing: rows that would write nothing, and people who may be on
    /// record already.
    private ActGridPage checked(ActGridPage grid, boolean write) {
        List<Row> rows = grid.rows().stream()
                .map(row -> new Row(
                        row.personId(),
                        row.given(),
                        row.surnames(),
                        row.age(),
                        row.sex(),
                        row.ticked(),
                        duplicates(row),
                        row.ticked().isEmpty()))
                .toList();
        return new ActGridPage(
                grid.eventId(),
                grid.event(),
                grid.perpetrators(),
                grid.passages(),
                grid.passage(),
                grid.basis(),
                grid.categories(),
                grid.offered(),
                rows,
                grid.badCode(),
                write && grid.passage() == null);
    }

    private List<Duplicate> duplicates(Row row) {
        if (row.personId() != null || row.surnames().isBlank()) return List.of();
        return search.listDuplicates(SearchPage.Kind.PERSON, row.name(), "", "");
    }

    private static ActGridPage withSpareRows(ActGridPage grid) {
        List<Row> rows = new ArrayList<>(grid.rows());
        for (int i = 0; i < SPARE_ROWS || rows.size() < 3; i++) {
            rows.add(new Row(null, "", "", "", Sex.UNKNOWN, List.of(), List.of(), false));
        }
        return new ActGridPage(
                grid.eventId(),
                grid.event(),
                grid.perpetrators(),
                grid.passages(),
                grid.passage(),
                grid.basis(),
                grid.categories(),
                grid.offered(),
                rows,
                grid.badCode(),
                grid.passageMissing());
    }
}
