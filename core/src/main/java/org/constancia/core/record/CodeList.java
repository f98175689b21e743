package org.constancia.core.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The short lists of codes that are ours, each an enum whose names in lower case are the codes.
/// Vocabularies kept by others are in `org.constancia.core.vocabulary`.
public enum CodeList {
    RELEASE(Release.class),
    PRECISION(PlacePrecision.class),
    BOUND(Bound.class),
    FIGURE_UNIT(FigureUnit.class),
    GROUP_KIND(GroupKind.class),
    SECTOR(Sector.class),
    SEX(Sex.class),
    DEGREE(Degree.class),
    STAGE(Stage.class),
    JURISDICTION(Jurisdiction.class),
    OUTCOME_KIND(OutcomeKind.class),
    COMMITMENT_STATUS(CommitmentStatus.class),
    CONTEXT(Context.class),
    STATUS_AT_END(StatusAtEnd.class);

    /// Who may see a record outside the working pages.
    public enum Release {
        INTERNAL,
        PUBLIC
    }

    /// How exactly a place is known. It is drawn no finer than this.
    public enum PlacePrecision {
        COUNTRY,
        DEPARTMENT,
        MUNICIPALITY,
        LOCALITY,
        POINT
    }

    /// What a figure says about the quantity.
    public enum Bound {
        EXACT,
        AT_LEAST,
        AT_MOST,
        ABOUT,
        RANGE
    }

    public enum FigureUnit {
        KILLED,
        WOUNDED,
        DISAPPEARED,
        DETAINED,
        DISPLACED,
        THREATENED,
        ATTACKED,
        OTHER
    }

    public enum GroupKind {
        COLLECTIVE_VICTIM,
        ORGANISATION,
        INSTITUTION,
        UNIT,
        ARMED_GROUP,
        OTHER
    }

    /// The groups whose victimisation is followed apart (SDG 16.10.1 and the usual Colombian tables).
    public enum Sector {
        HUMAN_RIGHTS_DEFENDER,
        JOURNALIST,
        UNION_MEMBER,
        INDIGENOUS_AUTHORITY,
        AFRO_COLOMBIAN_LEADER,
        COMMUNITY_LEADER,
        FORMER_COMBATANT,
        PROTESTER,
        CHILD,
        POLICE_OFFICER,
        SOLDIER,
        MIGRANT,
        PEASANT,
        CIVILIAN,
        OTHER
    }

    public enum Sex {
        FEMALE,
        MALE,
        INTERSEX,
        UNKNOWN
    }

    /// Degree of involvement (HURIDOCS micro-thesaurus 18, in its main lines).
    public enum Degree {
        CARRIED_OUT,
        GAVE_ORDERS,
        PLANNED,
        FAILED_TO_PREVENT,
        ACQUIESCED,
        SUSPECTED,
        UNKNOWN
    }

    /// The stages of a proceeding, in the order in which a case reaches them; the last four close or suspend it.
    public enum Stage {
        COMPLAINT,
        INQUIRY,
        WARRANT,
        CHARGE,
        TRIAL,
        VERDICT,
        SENTENCE,
        APPEAL,
        REPARATION_ORDERED,
        REPARATION_PAID,
        ARCHIVED,
        PRECLUDED
    }

    public enum Jurisdiction {
        ORDINARY,
        MILITARY,
        SPECIAL_FOR_PEACE,
        DISCIPLINARY,
        INTER_AMERICAN,
        UNIVERSAL,
        OTHER
    }

    public enum OutcomeKind {
        CONVICTED,
        ACQUITTED,
        DISMISSED,
        SANCTIONED,
        REPARATION,
        OTHER
    }

    public enum CommitmentStatus {
        DECLARED,
        DUE,
        KEPT,
        BROKEN,
        NO_EVIDENCE
    }

    public enum Context {
        ARMED_CONFLICT,
        PROTEST,
        ATTACK_ON_DEFENDER,
        ATTACK_ON_PRESS,
        DISPLACEMENT,
        DETENTION,
        MEETING,
        OTHER
    }

    /// The victim's situation when the act ended (after HURIDOCS micro-thesaurus 25).
    public enum StatusAtEnd {
        DEAD,
        INJURED,
        MISSING,
        DETAINED,
        DISPLACED,
        RELEASED,
        UNHARMED,
        UNKNOWN
    }

    private final List<String> codes;

    <E extends Enum<E>> CodeList(Class<E> list) {
        codes = Arrays.stream(list.getEnumConstants()).map(CodeList::code).toList();
    }

    /// The code of a member of one of the lists: `AT_LEAST` is `at_least`.
    public static String code(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    /// The member of a list that has this code.
    ///
    /// @throws IllegalArgumentException when the list has no such code
    public static <E extends Enum<E>> E member(Class<E> list, String code) {
        return Enum.valueOf(list, code.toUpperCase(Locale.ROOT));
    }

    /// The codes in their own order.
    public List<String> codes() {
        return codes;
    }
}
