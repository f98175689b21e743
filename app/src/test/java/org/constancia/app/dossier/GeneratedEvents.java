package org.constancia.app.dossier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.constancia.app.configure.Workplace;
import org.constancia.app.sources.Intake.Known;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.StatementId;
import org.constancia.store.record.SourceDoor.Arrival;
import org.constancia.store.record.Writing;
import org.constancia.store.source.SourceRows;
import org.jspecify.annotations.Nullable;

/// Invented events with random acts, figures, sayings and proceedings, resting on sources that are really preserved and
/// read. Some statements are superseded, rejected, contested or decided about.
final class GeneratedEvents {
    private static final List<String> GIVEN = List.of("María", "José Ñandú", "Ángela", "Iván", "Rosa", "Núñez 😀");
    private static final List<String> SURNAMES = List.of("Pérez", "Güegüensi", "Ibáñez", "Quiñones", "O’Neil");
    private static final List<String> CATEGORIES = List.of("A10", "A13", "A15", "A18");

    private final Workplace workplace;
    private final Random random;
    private int number;

    GeneratedEvents(Workplace workplace, long seed) {
        this.workplace = workplace;
        this.random = new Random(seed);
    }

    /// A source, its only sentence as a passage.
    private record Quoted(SourceId source, PassageId passage) {}

    /// Records one event.
    EntityId write() {
        List<SourceId> sources = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) sources.add(source());
        return workplace
                .records()
                .write(workplace.session(), writing -> {
                    List<Quoted> quoted = sources.stream()
                            .map(source -> quote(writing, source))
                            .toList();
                    EntityId event = writing.create(EntityKind.EVENT);
                    state(writing, event, Property.EVENT_TITLE, "Hecho inventado n.º " + number, any(quoted));
                    state(writing, event, Property.EVENT_DATE, "2021-05-0" + (1 + random.nextInt(9)), any(quoted));
                    state(writing, event, Property.EVENT_SUMMARY, "Según las fuentes, hubo disparos.", any(quoted));
                    for (int i = 0; i < 1 + random.nextInt(4); i++) act(writing, event, quoted);
                    for (int i = 0; i < random.nextInt(3); i++) figure(writing, event, quoted);
                    if (random.nextBoolean()) declaration(writing, event, quoted);
                    return event;
                })
                .result();
    }

    private SourceId source() {
        number++;
        String text =
                "En la vereda El Ejemplo %d, %s denunció que %d personas fueron heridas.\n\nSegún %s, «nadie sabe».\n"
                        .formatted(number, person(), random.nextInt(40), person());
        return workplace
                .intake()
                .file(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        new Arrival("file", "/casos/Ñota " + number + ".txt"),
                        "text/plain",
                        new Known("El Ejemplo", "2021-05-10", "https://ejemplo.example/nota/" + number));
    }

    private String person() {
        return GIVEN.get(random.nextInt(GIVEN.size())) + " " + SURNAMES.get(random.nextInt(SURNAMES.size()));
    }

    private Quoted quote(Writing writing, SourceId source) {
        var text = SourceRows.findText(writing.jdbc(), source).orElseThrow();
        int start = random.nextInt(5);
        int end = text.text().indexOf('.') + 1;
        return new Quoted(
                source,
                writing.sources()
                        .mark(source, text.layer(), start, end, text.text().substring(start, end)));
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private void act(Writing writing, EntityId event, List<Quoted> quoted) {
        EntityId victim = writing.create(EntityKind.PERSON);
        StatementId name = state(writing, victim, Property.PERSON_NAME, person(), any(quoted));
        state(writing, victim, Property.PERSON_DOCUMENT, "CC " + random.nextInt(1_000_000), any(quoted));
        EntityId act = writing.create(EntityKind.ACT);
        state(writing, act, Property.ACT_EVENT, event.toString(), any(quoted));
        state(writing, act, Property.ACT_VICTIM, victim.toString(), any(quoted));
        state(writing, act, Property.ACT_CATEGORY, any(CATEGORIES), any(quoted));
        EntityId group = writing.create(EntityKind.GROUP);
        state(writing, group, Property.GROUP_NAME, "Grupo " + random.nextInt(100), any(quoted));
        EntityId involvement = writing.create(EntityKind.INVOLVEMENT);
        state(writing, involvement, Property.INVOLVEMENT_ACT, act.toString(), any(quoted));
        state(writing, involvement, Property.INVOLVEMENT_PERPETRATOR, group.toString(), any(quoted));
        switch (random.nextInt(4)) {
            case 0 ->
                writing.statements()
                        .supersede(name, claim(victim, Property.PERSON_NAME, person(), any(quoted)), "mal leído");
            case 1 -> writing.statements().contest(name, "pedir prueba");
            case 2 -> {
                StatementId rival = state(writing, victim, Property.PERSON_NAME, person(), any(quoted));
                writing.statements().prefer(rival, "lo dice su familia");
            }
            default -> {
                StatementId wrong = state(writing, victim, Property.PERSON_OCCUPATION, "desconocida", any(quoted));
                writing.statements().reject(wrong, "no lo dice");
            }
        }
    }

    private void figure(Writing writing, EntityId event, List<Quoted> quoted) {
        EntityId figure = writing.create(EntityKind.FIGURE);
        Quoted source = any(quoted);
        state(writing, figure, Property.FIGURE_EVENT, event.toString(), source);
        state(writing, figure, Property.FIGURE_UNIT, "wounded", source);
        state(writing, figure, Property.FIGURE_NUMBER, Integer.toString(random.nextInt(60)), source);
        state(writing, figure, Property.FIGURE_BOUND, "at_least", source);
    }

    private void declaration(Writing writing, EntityId event, List<Quoted> quoted) {
        EntityId declaration = writing.create(EntityKind.DECLARATION);
        state(writing, declaration, Property.DECLARATION_EVENT, event.toString(), any(quoted));
        state(writing, declaration, Property.DECLARATION_TEXT, "«No nos consta.»", any(quoted));
    }

    private StatementId state(
            Writing writing, EntityId subject, Property property, String value, @Nullable Quoted quoted) {
        return writing.statements().accept(claim(subject, property, value, quoted));
    }

    private static Claim claim(EntityId subject, Property property, String value, @Nullable Quoted quoted) {
        return new Claim(
                subject,
                property,
                property.parse(value),
                Basis.ALLEGED,
                null,
                quoted == null ? null : quoted.passage(),
                quoted == null ? "inventado" : null);
    }
}
