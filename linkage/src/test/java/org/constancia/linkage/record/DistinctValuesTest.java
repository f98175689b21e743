package org.constancia.linkage.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {
    @Test
    void readingAheadInALongTableChangesNothing() {
        DistinctValues values = new DistinctValues();
        byte[] source = new byte[4 * 50_000];
        int[] from = new int[50_000];
        int[] to = new int[50_000];
        for (int i = 0; i < from.length; i++) {
            byte[] text = Integer.toString(i % 40_000, 36).getBytes(StandardCharsets.US_ASCII);
            from[i] = 4 * i;
            to[i] = 4 * i + text.length;
            System.arraycopy(text, 0, source, from[i], text.length);
        }
        for (int i = 0; i < from.length; i++) {
            if (i % 100 == 0) {
                values.expect(source, from, to, i, i + 100);
            }
            assertThat(values.intern(source, from[i], to[i])).isEqualTo(i % 40_000);
        }
    }

    @Property(tries = 300)
    void valuesAreNumberedByTheirBytesWhereverTheyLie(
            @ForAll @Size(max = 40) List<@Size(max = 20) List<@IntRange(max = 2) Integer>> texts,
            @ForAll @IntRange(max = 12) int before,
            @ForAll @IntRange(max = 12) int behind) {
        DistinctValues values = new DistinctValues();
        Map<List<Integer>, Integer> expected = new LinkedHashMap<>();
        List<Integer> numbers = new ArrayList<>();
        for (List<Integer> text : texts) {
            byte[] source = new byte[before + text.size() + behind];
            Arrays.fill(source, (byte) 'x');
            for (int i = 0; i < text.size(); i++) {
                source[before + i] = (byte) (text.get(i) - 1);
            }
            numbers.add(values.intern(source, before, before + text.size()));
            expected.putIfAbsent(text, expected.size());
            byte[] alone = Arrays.copyOfRange(source, before, before + text.size());
            assertThat(values.find(alone)).isEqualTo(expected.get(text));
            assertThat(DistinctValues.hash(alone, 0, alone.length))
                    .isEqualTo(DistinctValues.hash(source, before, before + text.size()));
        }
        assertThat(numbers).isEqualTo(texts.stream().map(expected::get).toList());
    }
}
