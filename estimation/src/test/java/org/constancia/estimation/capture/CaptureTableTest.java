package org.constancia.estimation.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.constancia.estimation.PublishedTables;
import org.junit.jupiter.api.Test;

class CaptureTableTest {
    @Test
    void droppingAListForgetsWhoWasOnNoOther() {
        CaptureTable two = PublishedTables.hepatitis().without("questionnaire");
        assertThat(two.observed()).isEqualTo(271 - 63);
        assertThat(two.countOf(0b11)).isEqualTo(28 + 21);
    }

    @Test
    void mergingTwoListsLosesNobody() {
        CaptureTable merged = PublishedTables.hepatitis().merging("serum", "questionnaire");
        assertThat(merged.lists()).containsExactly("serum+questionnaire", "records");
        assertThat(merged.observed()).isEqualTo(271);
        assertThat(merged.countOf(0b11)).isEqualTo(28 + 21 + 18);
        assertThat(merged.countOf(0b10)).isEqualTo(55);
    }

    @Property(tries = 50)
    void mergingAnyPairLosesNobody(@ForAll @Size(16) long @IntRange(min = 0, max = 500) [] cells) {
        long[] counts = new long[16];
        for (int i = 1; i < 16; i++) counts[i] = Math.floorMod(cells[i], 500L);
        CaptureTable table = CaptureTable.ofCells(List.of("A", "B", "C", "D"), counts);
        for (String one : table.lists()) {
            for (String other : table.lists()) {
                if (one.compareTo(other) < 0) {
                    assertThat(table.merging(one, other).observed()).isEqualTo(table.observed());
                }
            }
        }
    }

    @Test
    void theHashDependsOnTheDataOnly() {
        CaptureTable one = CaptureTable.of(List.of("A", "B"), Map.of(1, 3L, 2, 4L, 3, 0L));
        CaptureTable same = CaptureTable.of(List.of("A", "B"), Map.of(2, 4L, 1, 3L));
        CaptureTable other = CaptureTable.of(List.of("A", "B"), Map.of(1, 3L, 2, 5L));
        assertThat(one.sha256()).isEqualTo(same.sha256()).hasSize(64).isNotEqualTo(other.sha256());
    }

    @Test
    void aListThatSharesNobodyIsNotConnected() {
        assertThat(new OverlapMatrix(PublishedTables.separateThirdList()).largestConnectedSet())
                .isEqualTo(2);
        assertThat(new OverlapMatrix(PublishedTables.hepatitis()).largestConnectedSet())
                .isEqualTo(3);
        assertThat(new OverlapMatrix(PublishedTables.separateThirdList()).emptyPairs())
                .containsExactly(0b101, 0b110);
    }
}
