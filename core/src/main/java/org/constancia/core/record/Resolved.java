package org.constancia.core.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.constancia.core.time.PartialDate;
import org.jspecify.annotations.Nullable;

/// What the statements about one property of one subject come to.
///
/// A property with one value takes the statement that a reviewer preferred; without a preference, the one recorded
/// first, where a date gives way to a finer date within it. It is contested while statements in force disagree and
/// nobody has chosen. Nothing is dropped: the others stay beside the preferred one.
///
/// @param inForce the accepted statements in the order of recording, never empty
/// @param preferred the statement that gives the value
/// @param isContested whether statements in force contradict each other without a resolution
public record Resolved(List<Statement> inForce, Statement preferred, boolean isContested) {
    public Resolved {
        inForce = List.copyOf(inForce);
    }

    /// @param statements all statements about one property of one subject, in any order
    /// @param chosen the statement a resolution in force prefers
    /// @return empty when no statement is in force
    public static Optional<Resolved> of(List<Statement> statements, @Nullable StatementId chosen) {
        List<Statement> inForce = statements.stream()
                .filter(statement -> statement.status().isInForce())
                .sorted(Comparator.comparingLong(Statement::number))
                .toList();
        if (inForce.isEmpty()) return Optional.empty();
        Optional<Statement> byReviewer = inForce.stream()
                .filter(statement -> statement.id().equals(chosen))
                .findFirst();
        Statement preferred = byReviewer.orElseGet(() -> firstOrFiner(inForce));
        boolean single = preferred.property().cardinality() == Property.Cardinality.ONE;
        boolean disagree = inForce.stream().anyMatch(statement -> !agree(statement.value(), preferred.value()));
        return Optional.of(new Resolved(inForce, preferred, single && disagree && byReviewer.isEmpty()));
    }

    /// The same after a reviewer decided to keep all statements side by side: it is contested no longer.
    public Resolved keptSideBySide() {
        return new Resolved(inForce, preferred, false);
    }

    /// The distinct values of a property with several, in the order of recording.
    public List<Value> values() {
        List<Value> distinct = new ArrayList<>();
        for (Statement statement : inForce) {
            if (!distinct.contains(statement.value())) distinct.add(statement.value());
        }
        return distinct;
    }

    private static Statement firstOrFiner(List<Statement> inForce) {
        Statement best = inForce.getFirst();
        for (Statement statement : inForce) {
            if (statement.value() instanceof Value.Date(PartialDate finer)
                    && best.value() instanceof Value.Date(PartialDate wider)
                    && !finer.equals(wider)
                    && isWithin(finer, wider)) {
                best = statement;
            }
        }
        return best;
    }

    private static boolean agree(Value one, Value other) {
        if (one instanceof Value.Date(PartialDate first) && other instanceof Value.Date(PartialDate second)) {
            return isWithin(first, second) || isWithin(second, first);
        }
        return one.equals(other);
    }

    private static boolean isWithin(PartialDate inner, PartialDate outer) {
        Predicate<LocalDate> possible = outer::mayBe;
        return inner.earliest().filter(possible).isPresent()
                && inner.latest().filter(possible).isPresent();
    }
}
