package org.constancia.linkage.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RuleBlocksTest {
    /// A part that is one of `values` numbers, spread as keys are, or nothing.
    private static KeyPart part(SplittableRandom random, int records, int values) {
        int[] keys = new int[records];
        Arrays.setAll(keys, record -> random.nextInt(4) == 0 ? 0 : KeyParts.mixed(random.nextInt(values)));
        return record -> keys[record];
    }

    @Property(tries = 60)
    void recordsOfOneKeyFindEachOtherInWhateverPortionsKeysAreSorted(
            @ForAll @IntRange(min = 2, max = 150) int records,
            @ForAll @IntRange(min = 1, max = 60) int values,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KeyPart one = part(random, records, values);
        KeyPart other = part(random, records, values);
        List<KeyPart[]> keys = List.of(new KeyPart[] {one}, new KeyPart[] {other});
        Set<Long> expected = new TreeSet<>();
        for (int left = 0; left < records; left++) {
            for (int right = left + 1; right < records; right++) {
                if (haveOneKey(one, other, left, right)) {
                    expected.add((long) left << 32 | right);
                }
            }
        }
        for (int together : List.of(7, 1 << 20)) {
            PlacedBlocks placed = RuleBlocks.of(keys, records, together).placed();
            assertThat(laterPairs(placed, records)).containsExactlyElementsOf(expected);
        }
    }

    @Property(tries = 60)
    void blocksAroundSomeRecordsHoldAllTheirPartnersAndNobodyElses(
            @ForAll @IntRange(min = 2, max = 150) int records,
            @ForAll @IntRange(min = 1, max = 60) int values,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<KeyPart[]> keys =
                List.of(new KeyPart[] {part(random, records, values)}, new KeyPart[] {part(random, records, values)});
        int[] some =
                IntStream.range(0, records).filter(record -> record % 3 == 0).toArray();
        List<Long> all = laterPairs(RuleBlocks.of(keys, records).placed(), records);
        List<Long> around = laterPairs(RuleBlocks.around(some, keys, records).placed(), records);
        assertThat(all).containsAll(around);
        assertThat(around)
                .containsAll(all.stream()
                        .filter(pair -> (pair >>> 32) % 3 == 0 || pair.intValue() % 3 == 0)
                        .toList());
    }

    @Property(tries = 60)
    void blocksSplitAroundSomeRecordsKeepTheirPartners(
            @ForAll @IntRange(min = 2, max = 150) int records,
            @ForAll @IntRange(min = 1, max = 6) int values,
            @ForAll @IntRange(min = 2, max = 20) int cap,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<KeyPart[]> keys =
                List.of(new KeyPart[] {part(random, records, values)}, new KeyPart[] {part(random, records, values)});
        KeyPart splitting = part(random, records, 4);
        int[] some =
                IntStream.range(0, records).filter(record -> record % 3 == 0).toArray();
        SparseNumbers asked = new SparseNumbers(records);
        Arrays.stream(some).forEach(asked::mark);
        asked.close();
        Arrays.stream(some).forEach(record -> asked.set(record, record / 3 + 1));
        RuleBlocks whole = RuleBlocks.of(keys, records);
        whole.refine(splitting, cap);
        RuleBlocks around = RuleBlocks.around(some, keys, records);
        around.refineAround(asked, splitting, cap);
        assertThat(partnersOf(some, around.blocksOf(asked, some.length), records))
                .isEqualTo(partnersOf(some, whole.blocksOf(asked, some.length), records));
    }

    private static List<Set<Integer>> partnersOf(int[] some, Membership blocks, int records) {
        return IntStream.range(0, some.length)
                .<Set<Integer>>mapToObj(i -> {
                    PartnerSet found = new PartnerSet(records);
                    blocks.addOthers(i, some[i], found);
                    return Arrays.stream(found.toArray()).boxed().collect(Collectors.toCollection(TreeSet::new));
                })
                .toList();
    }

    private static boolean haveOneKey(KeyPart one, KeyPart other, int left, int right) {
        Set<Integer> keys = new TreeSet<>(List.of(one.of(left), other.of(left)));
        keys.retainAll(List.of(one.of(right), other.of(right)));
        keys.remove(0);
        return !keys.isEmpty();
    }

    private static List<Long> laterPairs(PlacedBlocks placed, int records) {
        List<Long> pairs = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            PartnerSet found = new PartnerSet(records);
            placed.addLater(record, found);
            int left = record;
            Arrays.stream(found.toArray()).sorted().forEach(right -> pairs.add((long) left << 32 | right));
        }
        return pairs;
    }
}
