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
            for (int record = 0; record < records; record++) {
                assertThat(allPairs(placed, record, records))
                        .containsExactlyElementsOf(pairsOf(expected, record, records));
            }
        }
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

    /// The pairs of one record as all its partners and as answers about each other record, which must agree.
    private static List<Long> allPairs(PlacedBlocks placed, int record, int records) {
        PartnerSet found = new PartnerSet(records);
        placed.addAll(record, found);
        Set<Integer> partners = Arrays.stream(found.toArray()).boxed().collect(Collectors.toSet());
        partners.remove(record);
        assertThat(IntStream.range(0, records).filter(other -> other != record && placed.finds(record, other)))
                .containsExactlyInAnyOrderElementsOf(partners);
        return partners.stream().map(other -> pair(record, other)).sorted().toList();
    }

    private static List<Long> pairsOf(Set<Long> pairs, int record, int records) {
        return IntStream.range(0, records)
                .mapToObj(other -> pair(record, other))
                .filter(pairs::contains)
                .sorted()
                .toList();
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }
}
