package org.constancia.app.cli.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.constancia.core.place.Place;
import org.constancia.text.extract.Candidate;
import org.constancia.text.extract.Extraction;
import org.constancia.text.extract.Modality;
import org.constancia.text.extract.Slot;
import org.constancia.text.extract.Span;
import org.constancia.text.extract.Speaker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of `extract`. Every object has `start`, `end`, `text`, and besides its contract the rules and the score.
final class ExtractionJson {
    private final String text;

    private ExtractionJson(String text) {
        this.text = text;
    }

    static ObjectNode of(String text, Extraction extraction) {
        ExtractionJson writer = new ExtractionJson(text);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode statements = json.putArray("statements");
        for (Candidate.Statement statement : extraction.statements()) writer.write(statements, statement);
        ArrayNode figures = json.putArray("figures");
        for (Candidate.Figure figure : extraction.figures()) writer.write(figures, figure);
        ArrayNode events = json.putArray("events");
        for (Candidate.Act act : extraction.acts()) writer.write(events, act);
        ArrayNode actions = json.putArray("accountability_actions");
        for (Candidate.AccountabilityAction action : extraction.accountabilityActions()) writer.write(actions, action);
        ArrayNode commitments = json.putArray("commitments");
        for (Candidate.Commitment commitment : extraction.commitments()) writer.write(commitments, commitment);
        ArrayNode demands = json.putArray("demands");
        for (Candidate.Demand demand : extraction.demands()) writer.write(demands, demand);
        ArrayNode places = json.putArray("places");
        for (Candidate.PlaceMention place : extraction.places()) writer.write(places, place);
        ArrayNode dates = json.putArray("dates");
        for (Candidate.DateMention date : extraction.dates()) writer.write(dates, date);
        Span unread = extraction.unread();
        if (unread != null)
            json.putObject("unread").put("start", unread.start()).put("end", unread.end());
        return json;
    }

    private ObjectNode begin(ArrayNode array, Candidate candidate) {
        return array.addObject()
                .put("start", candidate.span().start())
                .put("end", candidate.span().end())
                .put("text", candidate.span().of(text));
    }

    private static void end(ObjectNode json, Candidate candidate) {
        ArrayNode rules = json.putArray("rules");
        candidate.grounds().rules().forEach(rule -> rules.add(rule.value()));
        json.put("score", Math.round(candidate.grounds().score() * 1000) / 1000.0);
    }

    private void write(ArrayNode array, Candidate.Statement statement) {
        ObjectNode json = begin(array, statement);
        Speaker speaker = statement.speaker();
        if (speaker == null) json.putNull("speaker");
        else
            json.putObject("speaker")
                    .put("text", speaker.mention().value())
                    .put("name", speaker.name().value())
                    .put("role", value(speaker.role()));
        json.put("kind", lower(statement.form())).put("implicit", statement.implicit());
        json.put("speech_act", lower(statement.speechAct())).put("cue", value(statement.cue()));
        end(json, statement);
    }

    private void write(ArrayNode array, Candidate.Figure figure) {
        ObjectNode json = begin(array, figure);
        String what = Stream.of(figure.unit(), figure.condition())
                .filter(slot -> slot != null)
                .map(ExtractionJson::value)
                .collect(Collectors.joining(" "));
        json.put("number", figure.number()).put("max", figure.max()).put("bound", lower(figure.bound()));
        json.put("what", what).put("source", name(figure.source())).put("subset", figure.subset());
        end(json, figure);
    }

    private void write(ArrayNode array, Candidate.Act act) {
        ObjectNode json = begin(array, act);
        Place place = act.where().isEmpty() ? null : act.where().getFirst();
        Slot words = act.place();
        json.put("act", act.type()).put("victim", joined(act.victims()));
        json.put("alleged_perpetrator", joined(act.perpetrators()));
        json.put("alleged", act.modality() == Modality.ALLEGED);
        json.put("date", edtf(act.when()));
        json.put("place", words == null || words.isInferred() ? null : words.value());
        json.put("country", place == null || place.country().isEmpty() ? null : place.country());
        json.put("modality", lower(act.modality())).put("scope", lower(act.scope()));
        json.put("place_inferred", words == null ? null : words.inferred());
        json.put("source", name(act.attribution()));
        ArrayNode groups = json.putArray("affected_groups");
        act.affectedGroups().forEach(groups::add);
        end(json, act);
    }

    private void write(ArrayNode array, Candidate.AccountabilityAction action) {
        ObjectNode json = begin(array, action);
        json.put("kind", action.kind()).put("body", value(action.body())).put("accused", value(action.accused()));
        json.put("date", edtf(action.when())).put("offence", value(action.offence()));
        end(json, action);
    }

    private void write(ArrayNode array, Candidate.Commitment commitment) {
        ObjectNode json = begin(array, commitment);
        json.put("by", commitment.by().name().value());
        json.put("due", edtf(commitment.dueWhen())).put("contrast", value(commitment.contrast()));
        end(json, commitment);
    }

    private void write(ArrayNode array, Candidate.Demand demand) {
        ObjectNode json = begin(array, demand);
        json.put("by", demand.by().name().value()).put("addressee", value(demand.addressee()));
        end(json, demand);
    }

    private void write(ArrayNode array, Candidate.PlaceMention mention) {
        ObjectNode json = begin(array, mention);
        Place place = mention.places().getFirst();
        json.put("name", place.name()).put("country", place.country()).put("code", place.code());
        json.put("precision", lower(place.kind()));
        ArrayNode others = json.putArray("others");
        mention.places().stream().skip(1).limit(8).forEach(other -> others.add(other.code()));
        end(json, mention);
    }

    private void write(ArrayNode array, Candidate.DateMention date) {
        ObjectNode json = begin(array, date);
        json.put("resolved", edtf(date.resolved()));
        end(json, date);
    }

    private static @Nullable String joined(List<Slot> slots) {
        return slots.isEmpty() ? null : slots.stream().map(Slot::value).collect(Collectors.joining("; "));
    }

    private static @Nullable String edtf(Candidate.@Nullable Resolution resolution) {
        return resolution == null ? null : resolution.edtf();
    }

    private static @Nullable String value(@Nullable Slot slot) {
        return slot == null ? null : slot.value();
    }

    private static @Nullable String name(@Nullable Speaker speaker) {
        return speaker == null ? null : speaker.name().value();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
