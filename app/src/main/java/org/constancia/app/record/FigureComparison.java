package org.constancia.app.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.constancia.app.record.value.Dates;
import org.constancia.app.record.value.Places;
import org.constancia.app.record.value.Values;
import org.constancia.app.web.page.Value;
import org.constancia.app.web.record.EventPage.FigureGroup;
import org.constancia.app.web.record.EventPage.FigureRow;
import org.constancia.core.count.Quantity;
import org.constancia.core.record.CodeList;
import org.constancia.core.record.CodeList.Bound;
import org.constancia.core.record.CodeList.FigureUnit;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.event.FigureRows;
import org.jspecify.annotations.Nullable;

/// The figures of an event side by side: what counts the same unit stands in one group, one row a figure. Figures of
/// which no unit says what they count are compared only with those that count the same words.
public final class FigureComparison {
    private record Counted(FigureUnit unit, String what) {}

    private final Places places;

    public FigureComparison(Places places) {
        this.places = places;
    }

    /// @param figures in the order in which they are shown
    public List<FigureGroup> compare(List<FigureRows.FigureRow> figures, Values values, EventActs acts) {
        Map<Counted, List<FigureRows.FigureRow>> groups = new LinkedHashMap<>();
        for (FigureRows.FigureRow figure : figures) {
            groups.computeIfAbsent(counted(figure), _ -> new ArrayList<>()).add(figure);
        }
        return groups.entrySet().stream()
                .map(group -> group(group.getKey().unit(), group.getValue(), values, acts))
                .toList();
    }

    private static Counted counted(FigureRows.FigureRow figure) {
        FigureUnit unit = unit(figure);
        String what = figure.what() == null ? "" : figure.what().strip().toLowerCase(Locale.ROOT);
        return new Counted(unit, unit == FigureUnit.OTHER ? what : "");
    }

    private static FigureUnit unit(FigureRows.FigureRow figure) {
        return figure.unit() == null ? FigureUnit.OTHER : CodeList.member(FigureUnit.class, figure.unit());
    }

    private FigureGroup group(FigureUnit unit, List<FigureRows.FigureRow> figures, Values values, EventActs acts) {
        List<String> words = figures.stream()
                .map(FigureRows.FigureRow::what)
                .filter(what -> what != null && !what.isBlank())
                .map(String.class::cast)
                .distinct()
                .toList();
        boolean sameWords = words.size() <= 1;
        boolean disagree = Quantity.disagree(figures.stream()
                .map(figure -> new Quantity(figure.number(), figure.max(), bound(figure)))
                .toList());
        return new FigureGroup(
                unit,
                sameWords && !words.isEmpty() ? words.getFirst() : "",
                rows(figures, values, !sameWords),
                acts.identified(unit),
                null,
                disagree,
                figures.stream()
                        .flatMap(figure ->
                                Stream.ofNullable(number(figure, values).conflictHref()))
                        .findFirst()
                        .orElse(null));
    }

    private List<FigureRow> rows(List<FigureRows.FigureRow> figures, Values values, boolean withWords) {
        Set<String> stories = new HashSet<>();
        List<FigureRow> rows = new ArrayList<>();
        for (FigureRows.FigureRow figure : figures) {
            @Nullable String family = figure.family();
            boolean repeats = family != null && !family.isBlank() && !stories.add(family.strip());
            rows.add(row(figure, values, withWords, repeats));
        }
        return rows;
    }

    private FigureRow row(FigureRows.FigureRow figure, Values values, boolean withWords, boolean repeats) {
        return new FigureRow(
                source(figure),
                Dates.read(figure.published()),
                scope(figure, withWords),
                figure.number(),
                figure.max(),
                bound(figure),
                number(figure, values),
                repeats);
    }

    private static Value number(FigureRows.FigureRow figure, Values values) {
        return values.get(
                new EntityId(EntityKind.FIGURE, figure.id()), Property.FIGURE_NUMBER, Long.toString(figure.number()));
    }

    private static Bound bound(FigureRows.FigureRow figure) {
        return figure.bound() == null ? Bound.EXACT : CodeList.member(Bound.class, figure.bound());
    }

    private static String source(FigureRows.FigureRow figure) {
        @Nullable String saidBy = figure.saidBy();
        @Nullable String outlet = figure.outlet();
        if (saidBy == null || saidBy.isBlank()) return outlet == null ? "" : outlet;
        return outlet == null || outlet.isBlank() || outlet.equals(saidBy) ? saidBy : saidBy + " · " + outlet;
    }

    private String scope(FigureRows.FigureRow figure, boolean withWords) {
        return Stream.of(withWords && figure.what() != null ? figure.what() : "", places.path(figure.place()))
                .filter(part -> !part.isBlank())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }
}
