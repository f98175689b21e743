package org.constancia.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The fictional collection as it is written in `record.json`: sources, and what each of their passages says. A list
/// that the file leaves out is null.
record DemoData(
        List<DemoSource> sources,
        Map<String, DemoPerson> people,
        Map<String, DemoGroup> groups,
        List<DemoEvent> events,
        List<DemoCommitment> commitments,
        List<DemoDemand> demands) {

    record DemoSource(
            String key,
            String file,
            String publisher,
            String published,
            @Nullable String family) {}

    record DemoPerson(
            String name,
            String givenNames,
            String surnames,
            String sex,
            String occupation,
            List<String> sector,
            String release) {}

    record DemoGroup(
            String name,
            String kind,
            @Nullable Long size,
            @Nullable String sizeBound,
            List<String> sector,
            String release) {}

    /// @param place a code of the gazetteer
    record DemoEvent(
            String key,
            String title,
            String date,
            String place,
            String context,
            String release,
            String source,
            String quote,
            @Nullable String summary,
            @Nullable String partOf,
            @Nullable List<DemoAct> acts,
            @Nullable List<DemoFigure> figures,
            @Nullable List<DemoDeclaration> declarations,
            @Nullable List<DemoRival> rivals,
            @Nullable List<DemoProceeding> proceedings,
            @Nullable List<DemoMovement> movements) {}

    /// @param source where the act is said, when it is not the event's own passage
    record DemoAct(
            String key,
            String victim,
            List<String> category,
            String date,
            String end,
            @Nullable String method,
            List<DemoInvolvement> by,
            @Nullable String source,
            @Nullable String quote) {}

    record DemoInvolvement(String responsible, String degree) {}

    record DemoFigure(
            String source,
            String quote,
            String unit,
            String what,
            long number,
            String bound,
            @Nullable String saidBy) {}

    record DemoDeclaration(String by, String source, String quote, String date, String office) {}

    /// Another source's value for a property of the event.
    record DemoRival(
            String property,
            String value,
            String source,
            String quote,
            @Nullable String by) {}

    record DemoProceeding(
            List<String> acts,
            String responsible,
            String jurisdiction,
            String body,
            String radicado,
            List<DemoStep> steps,
            @Nullable DemoOutcome outcome) {}

    record DemoStep(String stage, String date, String decision, String source, String quote) {}

    record DemoOutcome(String kind, String sentence, String source, String quote) {}

    record DemoMovement(
            String origin,
            String destination,
            long persons,
            long households,
            String bound,
            String date,
            String cause,
            String source,
            String quote) {}

    record DemoCommitment(
            String by,
            String office,
            String source,
            String quote,
            @Nullable String contrast,
            String date,
            @Nullable String due,
            String status,
            @Nullable String criterion,
            List<String> events,
            String release) {}

    record DemoDemand(String by, String of, String source, String quote, String date, String event) {}

    static DemoData shipped() {
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return json.readValue(resource("record.json"), DemoData.class);
    }

    static byte[] resource(String name) {
        try (InputStream resource = DemoData.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
