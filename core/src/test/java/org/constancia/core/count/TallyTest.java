package org.constancia.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.vocabulary.CinepCategories;
import org.junit.jupiter.api.Test;

/// The known answers are those of CINEP's own description of its counts (*conteos*).
final class TallyTest {
    private static final EntityId MARCH = id(EntityKind.EVENT, 1);
    private static final EntityId RAID = id(EntityKind.EVENT, 2);
    private static final EntityId ANA = id(EntityKind.PERSON, 3);
    private static final EntityId LUIS = id(EntityKind.PERSON, 4);
    private static final EntityId VILLAGE = id(EntityKind.GROUP, 5);

    @Test
    void oneVictimOneCategoryThreePerpetratorsAreOneVictimizationAndThreeActs() {
        Tally tally = Tally.of(List.of(act(MARCH, ANA, Set.of("7", "9", "10"), "A14")));

        assertThat(tally).isEqualTo(new Tally(1, 0, 1, 3, 0));
    }

    @Test
    void anActOfUnknownHandsIsOneAct() {
        assertThat(Tally.of(List.of(act(MARCH, ANA, Set.of(), "A10")))).isEqualTo(new Tally(1, 0, 1, 1, 0));
    }

    @Test
    void theSameKillingCodedTwiceCountsOnce() {
        Tally together = Tally.of(List.of(act(MARCH, ANA, Set.of("7"), "A10", "D701")));
        Tally apart = Tally.of(List.of(act(MARCH, ANA, Set.of("7"), "D701"), act(MARCH, ANA, Set.of("7"), "A10")));

        assertThat(together).isEqualTo(new Tally(1, 0, 1, 1, 0));
        assertThat(apart).isEqualTo(together);
    }

    @Test
    void thoseAccusedUnderTheRepeatedCodeAreKept() {
        Tally tally = Tally.of(List.of(act(MARCH, ANA, Set.of("7"), "A10"), act(MARCH, ANA, Set.of("14"), "D701")));

        assertThat(tally.victimizations()).isEqualTo(1);
        assertThat(tally.acts()).isEqualTo(2);
    }

    @Test
    void aBreachAloneIsCounted() {
        assertThat(Tally.of(List.of(act(MARCH, ANA, Set.of(), "D701"))).victimizations())
                .isEqualTo(1);
    }

    @Test
    void subCategoriesCountInTheirParent() {
        Tally tally = Tally.of(List.of(act(MARCH, ANA, Set.of("7"), "A191"), act(MARCH, ANA, Set.of("7"), "A196")));

        assertThat(tally.victimizations()).isEqualTo(1);
    }

    @Test
    void everySubCategoryListedByItsKeepersHasTheDeedOfItsParent() {
        List<List<Integer>> families = List.of(
                List.of(19, 191, 192, 193, 194, 195, 196, 197),
                List.of(29, 291, 292, 293, 294, 295, 296, 297),
                List.of(39, 391, 392, 393, 394, 395, 396, 397),
                List.of(420, 421, 422, 423, 424, 425, 426, 427),
                List.of(520, 521, 522, 523, 524, 525, 526, 527),
                List.of(77, 771, 772, 773, 774, 775, 776, 777));

        for (List<Integer> family : families) {
            for (int number : family) {
                String code = CinepCategories.shipped()
                        .get(String.valueOf(number))
                        .term()
                        .code();
                assertThat(Deed.of(code)).contains(Deed.SEXUAL_VIOLENCE);
            }
        }
    }

    @Test
    void oneVictimOfTwoDeedsIsOneVictimAndTwoVictimizations() {
        Tally tally = Tally.of(List.of(act(MARCH, ANA, Set.of(), "A14"), act(MARCH, ANA, Set.of(), "A12")));

        assertThat(tally).isEqualTo(new Tally(1, 0, 2, 2, 0));
    }

    @Test
    void oneVictimHarmedInTwoEventsIsVictimizedTwice() {
        Tally tally = Tally.of(List.of(act(MARCH, ANA, Set.of(), "A15"), act(RAID, ANA, Set.of(), "A15")));

        assertThat(tally).isEqualTo(new Tally(1, 0, 2, 2, 0));
    }

    @Test
    void theSameActWrittenTwiceIsOne() {
        CodedAct act = act(MARCH, LUIS, Set.of("7"), "A13");

        assertThat(Tally.of(List.of(act, act))).isEqualTo(new Tally(1, 0, 1, 1, 0));
    }

    @Test
    void groupsAreCountedApart() {
        Tally tally = Tally.of(List.of(act(RAID, VILLAGE, Set.of("14"), "D903"), act(RAID, LUIS, Set.of("14"), "D73")));

        assertThat(tally).isEqualTo(new Tally(1, 1, 1, 1, 0));
    }

    @Test
    void actsOfWarCountEventsNotVictims() {
        assertThat(Tally.of(List.of(act(RAID, LUIS, Set.of("4"), "C62")))).isEqualTo(new Tally(0, 0, 0, 0, 1));
    }

    @Test
    void anActNobodyHasCodedStillHasAVictim() {
        assertThat(Tally.of(List.of(act(RAID, LUIS, Set.of())))).isEqualTo(new Tally(1, 0, 1, 1, 0));
    }

    @Test
    void nothingCountsNothing() {
        assertThat(Tally.of(List.of())).isEqualTo(new Tally(0, 0, 0, 0, 0));
    }

    private static CodedAct act(EntityId event, EntityId victim, Set<String> accused, String... categories) {
        return new CodedAct(event, victim, Arrays.asList(categories), accused);
    }

    private static EntityId id(EntityKind kind, long number) {
        return new EntityId(kind, new UUID(0, number));
    }
}
