package org.constancia.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.constancia.core.record.CodeList.Bound;
import org.junit.jupiter.api.Test;

final class QuantityTest {
    private static final Quantity TWENTY_NINE_OR_MORE = new Quantity(29, null, Bound.AT_LEAST);
    private static final Quantity FORTY_FOUR = new Quantity(44, null, Bound.EXACT);
    private static final Quantity SEVENTEEN_TO_TWENTY = new Quantity(17, 20L, Bound.RANGE);

    @Test
    void atLeastTwentyNineAndFortyFourCanBothBeTrue() {
        assertThat(Quantity.disagree(List.of(TWENTY_NINE_OR_MORE, FORTY_FOUR))).isFalse();
    }

    @Test
    void aRangeBelowAnExactNumberContradictsIt() {
        assertThat(Quantity.disagree(List.of(TWENTY_NINE_OR_MORE, FORTY_FOUR, SEVENTEEN_TO_TWENTY)))
                .isTrue();
    }

    @Test
    void threeThatAgreePairByPairCanDisagreeTogether() {
        Quantity tenToTwenty = new Quantity(10, 20L, Bound.RANGE);
        Quantity fifteenToThirty = new Quantity(15, 30L, Bound.RANGE);
        Quantity atMostFourteen = new Quantity(14, null, Bound.AT_MOST);

        assertThat(Quantity.disagree(List.of(tenToTwenty, fifteenToThirty))).isFalse();
        assertThat(Quantity.disagree(List.of(tenToTwenty, fifteenToThirty, atMostFourteen)))
                .isTrue();
    }

    @Test
    void aboutThirtyIsTwentySevenToThirtyThree() {
        Quantity aboutThirty = new Quantity(30, null, Bound.ABOUT);

        assertThat(Quantity.disagree(List.of(aboutThirty, new Quantity(33, null, Bound.EXACT))))
                .isFalse();
        assertThat(Quantity.disagree(List.of(aboutThirty, new Quantity(34, null, Bound.EXACT))))
                .isTrue();
    }

    @Test
    void oneFigureAloneContradictsNobody() {
        assertThat(Quantity.disagree(List.of(FORTY_FOUR))).isFalse();
    }
}
