package org.constancia.app.dossier;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.core.record.Statement;
import org.constancia.core.record.Value;
import org.jspecify.annotations.Nullable;

/// Which statements a dossier discloses. What is not disclosed keeps its salt: its entry in the log proves that
/// something was recorded and says nothing of it.
///
/// A *choice* is a kind (`figure`), a property (`person.document`) or a thing (`person:018f…`). A thing is chosen
/// together with every statement that refers to it, a source with every statement that rests on it.
///
/// @param only what is disclosed; when empty, everything about the event
/// @param withheld what is not disclosed even so
public record Disclosure(Set<String> only, Set<String> withheld) {
    /// Everything about the event.
    public static final Disclosure ALL = new Disclosure(Set.of(), Set.of());

    public Disclosure {
        only = Set.copyOf(only);
        withheld = Set.copyOf(withheld);
    }

    /// Reads choices.
    ///
    /// @throws ConstanciaException with [Problem#USAGE] when one is neither kind nor property nor identifier
    public static Disclosure of(List<String> only, List<String> withheld) {
        return new Disclosure(checked(only), checked(withheld));
    }

    private static Set<String> checked(List<String> choices) {
        Set<String> checked = new TreeSet<>();
        for (String choice : choices) {
            if (choice.contains(":")) EntityId.parse(choice);
            else if (choice.contains(".")) requireProperty(choice);
            else requireKind(choice);
            checked.add(choice);
        }
        return checked;
    }

    private static void requireProperty(String choice) {
        for (Property property : Property.values()) if (property.code().equals(choice)) return;
        throw unknown(choice);
    }

    private static void requireKind(String choice) {
        for (EntityKind kind : EntityKind.values()) if (kind.code().equals(choice)) return;
        throw unknown(choice);
    }

    private static ConstanciaException unknown(String choice) {
        return new ConstanciaException(
                        Problem.USAGE,
                        "Choose a kind (figure), a property (person.document) or a thing (person:018f...); no dossier was made")
                .with("choice", choice);
    }

    /// Whether nothing is held back.
    public boolean isWhole() {
        return only.isEmpty() && withheld.isEmpty();
    }

    /// @param source the source that the statement rests on
    boolean includes(Statement statement, @Nullable EntityId source) {
        return (only.isEmpty() || isChosen(only, statement, source)) && !withholds(statement, source);
    }

    boolean withholds(Statement statement, @Nullable EntityId source) {
        return isChosen(withheld, statement, source);
    }

    private static boolean isChosen(Set<String> choices, Statement statement, @Nullable EntityId source) {
        EntityId subject = statement.claim().subject();
        return choices.contains(subject.kind().code())
                || choices.contains(statement.property().code())
                || choices.contains(subject.toString())
                || (source != null && choices.contains(source.toString()))
                || (statement.value() instanceof Value.Reference(EntityId target)
                        && choices.contains(target.toString()));
    }
}
