package org.constancia.core.record;

import static org.constancia.core.record.EntityKind.ACT;
import static org.constancia.core.record.EntityKind.COMMITMENT;
import static org.constancia.core.record.EntityKind.DECLARATION;
import static org.constancia.core.record.EntityKind.DEMAND;
import static org.constancia.core.record.EntityKind.EVENT;
import static org.constancia.core.record.EntityKind.FIGURE;
import static org.constancia.core.record.EntityKind.GROUP;
import static org.constancia.core.record.EntityKind.INVOLVEMENT;
import static org.constancia.core.record.EntityKind.MOVEMENT;
import static org.constancia.core.record.EntityKind.OUTCOME;
import static org.constancia.core.record.EntityKind.PERSON;
import static org.constancia.core.record.EntityKind.PLACE;
import static org.constancia.core.record.EntityKind.POSITION;
import static org.constancia.core.record.EntityKind.PROCEEDING;
import static org.constancia.core.record.EntityKind.SOURCE;
import static org.constancia.core.record.EntityKind.STEP;
import static org.constancia.core.record.ValueType.CODE;
import static org.constancia.core.record.ValueType.DATE;
import static org.constancia.core.record.ValueType.DEGREES;
import static org.constancia.core.record.ValueType.NUMBER;
import static org.constancia.core.record.ValueType.TEXT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.vocabulary.CinepCategories;
import org.constancia.core.vocabulary.PresumedResponsible;
import org.jspecify.annotations.Nullable;

/// What can be stated of each kind of thing: the schema of the record.
///
/// The name of a property is `kind.column`, and the column of that name in the projection of its kind holds the value
/// that follows from the statements. A property added here needs its column in a migration; a test compares the two.
public enum Property {
    SOURCE_TITLE(SOURCE, TEXT),
    SOURCE_PUBLISHER(SOURCE, TEXT),
    SOURCE_AUTHOR(SOURCE, TEXT),
    SOURCE_PUBLISHED(SOURCE, DATE),
    SOURCE_URL(SOURCE, TEXT),
    SOURCE_LANGUAGE(SOURCE, TEXT),
    /// Sources of one family carry one text, such as a wire story, and count as one in corroboration.
    SOURCE_FAMILY(SOURCE, TEXT),

    EVENT_TITLE(EVENT, TEXT),
    EVENT_SUMMARY(EVENT, TEXT),
    EVENT_DATE(EVENT, DATE),
    EVENT_PLACE(EVENT, PLACE),
    EVENT_CONTEXT(EVENT, CodeList.CONTEXT),
    EVENT_PART_OF(EVENT, EVENT),
    EVENT_RELEASE(EVENT, CodeList.RELEASE),

    PLACE_NAME(PLACE, TEXT),
    /// ISO 3166-1 alpha-2.
    PLACE_COUNTRY(PLACE, CODE),
    /// The code of the country's own list, for Colombia DIVIPOLA.
    PLACE_CODE(PLACE, CODE),
    PLACE_PRECISION(PLACE, CodeList.PRECISION),
    PLACE_LATITUDE(PLACE, DEGREES),
    PLACE_LONGITUDE(PLACE, DEGREES),

    PERSON_NAME(PERSON, TEXT),
    PERSON_GIVEN_NAMES(PERSON, TEXT),
    PERSON_SURNAMES(PERSON, TEXT),
    PERSON_ALIAS(PERSON, Cardinality.MANY, TEXT),
    PERSON_SEX(PERSON, CodeList.SEX),
    PERSON_BIRTH(PERSON, DATE),
    PERSON_DOCUMENT(PERSON, TEXT),
    PERSON_OCCUPATION(PERSON, TEXT),
    PERSON_SECTOR(PERSON, Cardinality.MANY, CodeList.SECTOR),
    PERSON_ORGANISATION(PERSON, Cardinality.MANY, TEXT),
    PERSON_RELEASE(PERSON, CodeList.RELEASE),

    GROUP_NAME(GROUP, TEXT),
    GROUP_KIND(GROUP, CodeList.GROUP_KIND),
    GROUP_SECTOR(GROUP, Cardinality.MANY, CodeList.SECTOR),
    GROUP_PARENT(GROUP, GROUP),
    /// The code of the presumed-responsible tree that this group stands for.
    GROUP_RESPONSIBLE(GROUP, List.of(PresumedResponsible.shipped().name())),
    GROUP_SIZE(GROUP, NUMBER),
    GROUP_SIZE_BOUND(GROUP, CodeList.BOUND),
    GROUP_RELEASE(GROUP, CodeList.RELEASE),

    ACT_EVENT(ACT, EVENT),
    ACT_VICTIM(ACT, PERSON, GROUP),
    ACT_CATEGORY(
            ACT,
            Cardinality.MANY,
            List.of(CinepCategories.shipped().vocabulary().name())),
    ACT_DATE(ACT, DATE),
    ACT_METHOD(ACT, TEXT),
    ACT_DESCRIPTION(ACT, TEXT),
    ACT_STATUS_AT_END(ACT, CodeList.STATUS_AT_END),

    INVOLVEMENT_ACT(INVOLVEMENT, ACT),
    INVOLVEMENT_PERPETRATOR(INVOLVEMENT, PERSON, GROUP),
    INVOLVEMENT_RESPONSIBLE(INVOLVEMENT, List.of(PresumedResponsible.shipped().name())),
    INVOLVEMENT_DEGREE(INVOLVEMENT, CodeList.DEGREE),

    FIGURE_EVENT(FIGURE, EVENT),
    FIGURE_UNIT(FIGURE, CodeList.FIGURE_UNIT),
    FIGURE_WHAT(FIGURE, TEXT),
    FIGURE_NUMBER(FIGURE, NUMBER),
    FIGURE_MAX(FIGURE, NUMBER),
    FIGURE_BOUND(FIGURE, CodeList.BOUND),
    FIGURE_DATE(FIGURE, DATE),
    FIGURE_PLACE(FIGURE, PLACE),
    /// Who gives the figure, in the source's words; absent when the outlet names nobody.
    FIGURE_SAID_BY(FIGURE, TEXT),
    /// The figure that this one is a part of.
    FIGURE_PART_OF(FIGURE, FIGURE),

    DECLARATION_BY(DECLARATION, PERSON, GROUP),
    DECLARATION_TEXT(DECLARATION, TEXT),
    DECLARATION_DATE(DECLARATION, DATE),
    DECLARATION_OFFICE(DECLARATION, TEXT),
    DECLARATION_EVENT(DECLARATION, EVENT),

    COMMITMENT_BY(COMMITMENT, PERSON, GROUP),
    COMMITMENT_OFFICE(COMMITMENT, TEXT),
    COMMITMENT_TEXT(COMMITMENT, TEXT),
    COMMITMENT_CONTRAST(COMMITMENT, TEXT),
    COMMITMENT_DATE(COMMITMENT, DATE),
    COMMITMENT_DUE(COMMITMENT, DATE),
    COMMITMENT_CRITERION(COMMITMENT, TEXT),
    COMMITMENT_STATUS(COMMITMENT, CodeList.COMMITMENT_STATUS),
    COMMITMENT_EVENT(COMMITMENT, Cardinality.MANY, EVENT),
    COMMITMENT_RELEASE(COMMITMENT, CodeList.RELEASE),

    DEMAND_BY(DEMAND, PERSON, GROUP),
    DEMAND_OF(DEMAND, TEXT),
    DEMAND_TEXT(DEMAND, TEXT),
    DEMAND_DATE(DEMAND, DATE),
    DEMAND_ANSWER(DEMAND, TEXT),
    DEMAND_EVENT(DEMAND, EVENT),

    PROCEEDING_ACT(PROCEEDING, Cardinality.MANY, ACT),
    PROCEEDING_ACCUSED(PROCEEDING, PERSON, GROUP),
    PROCEEDING_JURISDICTION(PROCEEDING, CodeList.JURISDICTION),
    PROCEEDING_BODY(PROCEEDING, TEXT),
    /// The number under which the court or the prosecutor keeps it (*radicado*).
    PROCEEDING_RADICADO(PROCEEDING, TEXT),

    STEP_PROCEEDING(STEP, PROCEEDING),
    STEP_STAGE(STEP, CodeList.STAGE),
    STEP_DATE(STEP, DATE),
    STEP_BODY(STEP, TEXT),
    STEP_DECISION(STEP, TEXT),

    OUTCOME_PROCEEDING(OUTCOME, PROCEEDING),
    OUTCOME_KIND(OUTCOME, CodeList.OUTCOME_KIND),
    OUTCOME_DATE(OUTCOME, DATE),
    OUTCOME_SENTENCE(OUTCOME, TEXT),
    OUTCOME_FINAL(OUTCOME, TEXT),

    MOVEMENT_EVENT(MOVEMENT, EVENT),
    MOVEMENT_ORIGIN(MOVEMENT, PLACE),
    MOVEMENT_DESTINATION(MOVEMENT, PLACE),
    MOVEMENT_PERSONS(MOVEMENT, NUMBER),
    MOVEMENT_HOUSEHOLDS(MOVEMENT, NUMBER),
    MOVEMENT_BOUND(MOVEMENT, CodeList.BOUND),
    MOVEMENT_DATE(MOVEMENT, DATE),
    MOVEMENT_CAUSE(MOVEMENT, TEXT),

    POSITION_PERSON(POSITION, PERSON),
    POSITION_TITLE(POSITION, TEXT),
    POSITION_ORGANISATION(POSITION, TEXT),
    POSITION_DATE(POSITION, DATE);

    /// Whether a property has one value, over which statements can contradict each other, or several.
    public enum Cardinality {
        ONE,
        MANY
    }

    private static final Map<String, Property> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Property::code, Function.identity()));
    private static final Map<EntityKind, List<Property>> BY_KIND =
            Arrays.stream(values()).collect(Collectors.groupingBy(Property::kind, Collectors.toUnmodifiableList()));

    private final EntityKind kind;
    private final ValueType type;
    private final Cardinality cardinality;
    private final Set<EntityKind> targets;
    private final @Nullable CodeList codes;
    private final @Nullable String vocabulary;

    Property(EntityKind kind, ValueType type) {
        this(kind, Cardinality.ONE, type);
    }

    Property(EntityKind kind, Cardinality cardinality, ValueType type) {
        this(kind, cardinality, type, EnumSet.noneOf(EntityKind.class), null, null);
    }

    Property(EntityKind kind, CodeList codes) {
        this(kind, Cardinality.ONE, codes);
    }

    Property(EntityKind kind, Cardinality cardinality, CodeList codes) {
        this(kind, cardinality, CODE, EnumSet.noneOf(EntityKind.class), codes, null);
    }

    Property(EntityKind kind, List<String> vocabulary) {
        this(kind, Cardinality.ONE, vocabulary);
    }

    Property(EntityKind kind, Cardinality cardinality, List<String> vocabulary) {
        this(kind, cardinality, CODE, EnumSet.noneOf(EntityKind.class), null, vocabulary.getFirst());
    }

    Property(EntityKind kind, EntityKind first, EntityKind... others) {
        this(kind, Cardinality.ONE, first, others);
    }

    Property(EntityKind kind, Cardinality cardinality, EntityKind first, EntityKind... others) {
        this(kind, cardinality, ValueType.REFERENCE, EnumSet.of(first, others), null, null);
    }

    Property(
            EntityKind kind,
            Cardinality cardinality,
            ValueType type,
            Set<EntityKind> targets,
            @Nullable CodeList codes,
            @Nullable String vocabulary) {
        this.kind = kind;
        this.cardinality = cardinality;
        this.type = type;
        this.targets = targets;
        this.codes = codes;
        this.vocabulary = vocabulary;
    }

    public EntityKind kind() {
        return kind;
    }

    public ValueType type() {
        return type;
    }

    public Cardinality cardinality() {
        return cardinality;
    }

    /// The short list whose codes the property takes, if it takes one.
    public Optional<CodeList> codes() {
        return Optional.ofNullable(codes);
    }

    /// The column of the projection, such as `given_names`.
    public String column() {
        return name().substring(kind.name().length() + 1).toLowerCase(Locale.ROOT);
    }

    /// The stable name, such as `person.given_names`.
    public String code() {
        return kind.code() + "." + column();
    }

    public static Property of(String code) {
        return find(code)
                .orElseThrow(() ->
                        new ConstanciaException(Problem.USAGE, "There is no such property").with("property", code));
    }

    public static Optional<Property> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static List<Property> of(EntityKind kind) {
        return BY_KIND.getOrDefault(kind, List.of());
    }

    /// Reads a value of this property from its stored form.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when it is not such a value
    public Value parse(String text) {
        Value value = Value.parse(type, text);
        check(value);
        return value;
    }

    /// Checks that a value is one this property takes.
    ///
    /// @throws ConstanciaException with [Problem#BAD_INPUT] when it is not
    public void check(Value value) {
        boolean fits = switch (value) {
            case Value.Text _ -> type == TEXT;
            case Value.Code(String code) -> type == CODE && knows(code);
            case Value.Date _ -> type == DATE;
            case Value.Number _ -> type == NUMBER;
            case Value.Degrees _ -> type == DEGREES;
            case Value.Reference(EntityId target) -> targets.contains(target.kind());
        };
        if (!fits) {
            throw new ConstanciaException(Problem.BAD_INPUT, "The property does not take this value")
                    .with("property", code())
                    .with("value", value.text());
        }
    }

    private boolean knows(String code) {
        if (codes != null) return codes.codes().contains(code);
        if (vocabulary == null) return true;
        return vocabulary.equals(PresumedResponsible.shipped().name())
                ? PresumedResponsible.shipped().find(code).isPresent()
                : CinepCategories.shipped().vocabulary().find(code).isPresent();
    }
}
