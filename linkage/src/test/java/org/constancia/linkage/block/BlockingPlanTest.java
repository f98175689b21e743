package org.constancia.linkage.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.constancia.linkage.read.CsvTables;
import org.constancia.linkage.record.People;
import org.junit.jupiter.api.Test;

class BlockingPlanTest {
    private static People people(int records, int names) throws IOException {
        StringBuilder text = new StringBuilder("record_id,given1,given2,surname1,surname2,birth_date,doc_number\n");
        for (int i = 0; i < records; i++) {
            text.append("%d,G%s,G%s,S%s,S%s,19%02d-01-01,%s\n"
                    .formatted(
                            i,
                            (char) ('A' + i % names),
                            (char) ('A' + i * 7 % names),
                            (char) ('A' + i * 3 % names),
                            (char) ('A' + i * 5 % names),
                            i % 50,
                            i % 3 == 0 ? "" : "1000" + i % 20));
        }
        Path file = Files.createTempFile("people", ".csv");
        try {
            Files.writeString(file, text);
            return People.of(CsvTables.read(List.of(file), Map.of(), Set.of()), 2026);
        } finally {
            Files.delete(file);
        }
    }

    private static List<BlockingRule> rules(String... rules) {
        return List.of(rules).stream().map(BlockingRule::parse).toList();
    }

    @Property(tries = 30)
    void everyPairIsProposedOnce(
            @ForAll @IntRange(min = 2, max = 200) int records, @ForAll @IntRange(min = 1, max = 20) int names)
            throws IOException {
        RuleScout scout = RuleScout.of(
                people(records, names),
                rules("doc", "given surname|given2 surname2|given surname2", "surname birth.year", "given[1]"),
                List.of(),
                5000);
        BlockingPlan plan = scout.inOrder(5000);
        Set<Long> seen = new HashSet<>();
        forEachPair(plan, records, (left, right) -> {
            assertThat(left).isLessThan(right);
            assertThat(seen.add((long) left << 32 | right)).isTrue();
        });
        Set<Long> scouted = new HashSet<>();
        for (int pair = 0; pair < scout.pairs().size(); pair++) {
            if (plan.finds(scout.pairs().rules(pair))) {
                scouted.add(
                        (long) scout.pairs().left(pair) << 32 | scout.pairs().right(pair));
            }
        }
        assertThat(seen).isEqualTo(scouted);
    }

    private interface PairConsumer {
        void accept(int left, int right);
    }

    private static void forEachPair(BlockingPlan plan, int records, PairConsumer consumer) {
        Partners partners = plan.partners();
        for (int record = 0; record < records; record++) {
            int count = partners.findLater(record);
            for (int i = 0; i < count; i++) {
                consumer.accept(record, partners.found()[i]);
            }
        }
    }

    @Test
    void whatIsNotStatedNeverBlocks() throws IOException {
        BlockingPlan plan =
                RuleScout.of(people(30, 10), rules("doc"), List.of(), 1_000_000).inOrder(1_000_000);
        forEachPair(
                plan,
                30,
                (left, right) -> assertThat(left % 3 != 0 && right % 3 != 0).isTrue());
    }

    @Test
    void aBigBlockIsRefinedAndNotDropped() throws IOException {
        BlockingPlan plan =
                RuleScout.of(people(3000, 1), rules("given"), List.of(), 20_000).inOrder(20_000);
        long[] pairs = new long[1];
        forEachPair(plan, 3000, (left, right) -> pairs[0]++);
        assertThat(pairs[0]).isBetween(1L, 100_000L);
        assertThat(plan.rules().getFirst().refinedBlocks()).isPositive();
    }

    @Test
    void theBudgetIsKeptAndARuleThatCannotKeepItIsLeftOutAndMarked() throws IOException {
        int budget = 90_000;
        BlockingPlan plan = RuleScout.of(
                        people(8000, 20),
                        rules(
                                "doc",
                                "given surname birth.year",
                                "surname birth.year",
                                "given birth.year",
                                "given2",
                                "surname2"),
                        List.of(),
                        budget)
                .inOrder(budget);
        long[] pairs = new long[1];
        forEachPair(plan, 8000, (left, right) -> pairs[0]++);
        assertThat(pairs[0])
                .isEqualTo(
                        plan.rules().stream().mapToLong(RuleSummary::newPairs).sum())
                .isBetween(1L, (long) budget);
        assertThat(plan.rules())
                .filteredOn(rule -> rule.use() == RuleSummary.Use.OVER_BUDGET)
                .allMatch(rule -> rule.newPairs() == 0);
    }

    @Test
    void whatIsFoundForASampleIsWhatThePlanFindsForTheSameRecords() throws IOException {
        int records = 40_000;
        RuleScout scout = RuleScout.of(
                people(records, 12),
                rules("given surname birth.year", "given2 surname2 birth.year", "doc"),
                List.of(),
                400_000);
        BlockingPlan plan = scout.inOrder(400_000);
        Set<Long> found = new HashSet<>();
        forEachPair(plan, records, (left, right) -> found.add((long) left << 32 | right));
        assertThat(scout.pairs().weight()).isGreaterThan(1);
        int followed = 0;
        for (int pair = 0; pair < scout.pairs().size(); pair++) {
            boolean expected = plan.finds(scout.pairs().rules(pair));
            long key = (long) scout.pairs().left(pair) << 32 | scout.pairs().right(pair);
            assertThat(found.contains(key)).isEqualTo(expected);
            followed += expected ? 1 : 0;
        }
        assertThat(followed * scout.pairs().weight()).isCloseTo(found.size(), withinPercentage(10));
    }
}
