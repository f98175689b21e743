package org.constancia.linkage.report;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.constancia.linkage.compare.Trait;

/// What the outcomes of comparisons, the fields and the kinds of pairs are called in Spanish.
///
/// An outcome is called by a phrase, by what both sides state in parentheses, and by how rare the value is:
/// "equal (both have two), very rare". Each of the three is translated by itself.
final class SpanishLabels {
    private static final Pattern OUTCOME =
            Pattern.compile("(.*?)( \\((.+)\\))?(, (very rare|rare|uncommon|usual|common|very common))?");

    private static final Map<String, String> PHRASES = Map.ofEntries(
            Map.entry("not stated", "no consta"),
            Map.entry("equal", "igual"),
            Map.entry("different", "distinto"),
            Map.entry("close", "cercano"),
            Map.entry("similar", "parecido"),
            Map.entry("all equal", "todos iguales"),
            Map.entry("both close", "ambos cercanos"),
            Map.entry("first equal, second close", "el primero igual, el segundo cercano"),
            Map.entry("first close, second equal", "el primero cercano, el segundo igual"),
            Map.entry("first equal, second different", "el primero igual, el segundo distinto"),
            Map.entry("first different, second equal", "el primero distinto, el segundo igual"),
            Map.entry("in the other order", "en el otro orden"),
            Map.entry("a letter apart or the same sound", "a una letra o del mismo sonido"),
            Map.entry("an initial agrees", "coincide una inicial"),
            Map.entry("the same when joined", "igual si se escribe junto"),
            Map.entry("equal to another given name", "igual a otro nombre de pila"),
            Map.entry("close to another given name", "cercano a otro nombre de pila"),
            Map.entry("equal to the other surname", "igual al otro apellido"),
            Map.entry("close to the other surname", "cercano al otro apellido"),
            Map.entry("in the surname's place", "en el lugar del apellido"),
            Map.entry("in the given name's place", "en el lugar del nombre"),
            Map.entry("a letter apart", "a una letra"),
            Map.entry("two letters apart", "a dos letras"),
            Map.entry("in the other column", "en la otra columna"),
            Map.entry("the same beginning or contained", "mismo comienzo o contenido"),
            Map.entry("the same day", "el mismo día"),
            Map.entry("day and month exchanged", "día y mes cambiados"),
            Map.entry("a digit apart", "a una cifra"),
            Map.entry("up to 3 days apart", "hasta 3 días de diferencia"),
            Map.entry("up to 10 days apart", "hasta 10 días de diferencia"),
            Map.entry("the same month", "el mismo mes"),
            Map.entry("the same day of another year", "el mismo día de otro año"),
            Map.entry("the same year", "el mismo año"),
            Map.entry("a year apart", "a un año"),
            Map.entry("up to 5 years apart", "hasta 5 años de diferencia"),
            Map.entry("far apart", "lejos"),
            Map.entry("the same municipality", "el mismo municipio"),
            Map.entry("a municipality within 30 km", "un municipio a menos de 30 km"),
            Map.entry("a near code", "un código cercano"),
            Map.entry("the same department", "el mismo departamento"),
            Map.entry("another department", "otro departamento"),
            Map.entry("given names", "nombres de pila"),
            Map.entry("surname", "apellido"),
            Map.entry("second surname", "segundo apellido"),
            Map.entry("the same person", "la misma persona"),
            Map.entry("the same person at another event", "la misma persona en otro hecho"),
            Map.entry("labels", "etiquetas"),
            Map.entry("learned from reviewed pairs", "aprendido de los pares revisados"));

    private static final Map<String, String> STATED = Map.of(
            "one side has more names", "un lado tiene más nombres",
            "several names", "varios nombres",
            "one side has two", "un lado tiene dos",
            "both have two", "ambos tienen dos",
            "no day", "sin día",
            "no month", "sin mes",
            "no municipality", "sin municipio");

    private static final Map<String, String> RARITY = Map.of(
            "very rare", "muy raro",
            "rare", "raro",
            "uncommon", "poco común",
            "usual", "usual",
            "common", "común",
            "very common", "muy común");

    private static final String DIFFERENT_PEOPLE = "different people: ";

    private SpanishLabels() {}

    /// The label in Spanish; empty for what is not one of the engine's own, such as the name of a column.
    static Optional<String> find(String label) {
        if (label.startsWith(DIFFERENT_PEOPLE)) {
            return Optional.of("personas distintas: " + reasons(label.substring(DIFFERENT_PEOPLE.length())));
        }
        Matcher parts = OUTCOME.matcher(label);
        if (!parts.matches() || !PHRASES.containsKey(parts.group(1))) {
            return Optional.empty();
        }
        String phrase = PHRASES.get(parts.group(1));
        String stated = parts.group(3) == null ? "" : STATED.get(parts.group(3));
        String rarity = parts.group(5) == null ? "" : RARITY.get(parts.group(5));
        return stated == null
                ? Optional.empty()
                : Optional.of(phrase
                        + (stated.isEmpty() ? "" : " (" + stated + ")")
                        + (rarity == null || rarity.isEmpty() ? "" : ", " + rarity));
    }

    /// What pairs of different people agree on, written as a set of traits.
    private static String reasons(String traits) {
        String names = traits.replaceAll("[\\[\\]]", "");
        return names.isBlank()
                ? "nada en común"
                : Arrays.stream(names.split(", ", -1))
                        .map(name -> reason(Trait.valueOf(name)))
                        .collect(Collectors.joining(", "));
    }

    private static String reason(Trait trait) {
        return switch (trait) {
            case GIVEN_NAME -> "nombre";
            case SURNAME -> "apellido";
            case BIRTH -> "nacimiento";
            case EVENT -> "hecho";
            case PLACE -> "lugar";
            case DOCUMENT -> "documento";
            case CONTACT -> "contacto";
            case OTHER -> "otro dato";
        };
    }
}
