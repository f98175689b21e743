package org.constancia.text.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The floors below which reading must not fall on sixty invented pages, from the page to its proposals.
class PageCorpusTest {
    private static final PageScore DEVELOPMENT = PageScore.of(GoldPage.list(false), _ -> {});
    private static final PageScore HELD_OUT = PageScore.of(GoldPage.list(true), _ -> {});

    static Stream<Arguments> floors() {
        return Stream.of(
                Arguments.of("paragraphs kept", .995, .995),
                Arguments.of("noise inside left out", .95, .95),
                Arguments.of("noise outside left out", .99, .99),
                Arguments.of("headlines", .95, .93),
                Arguments.of("days of publication", .95, .93),
                Arguments.of("statements es", .93, .84),
                Arguments.of("statements en", .91, .86),
                Arguments.of("figures", .95, .91),
                Arguments.of("dates", .96, .94),
                Arguments.of("actions", .9, .85),
                Arguments.of("acts", .82, .75),
                Arguments.of("commitments", .88, .57));
    }

    @ParameterizedTest
    @MethodSource("floors")
    void neitherHalfFallsBelowItsFloor(String what, double development, double heldOut) {
        assertThat(DEVELOPMENT.f1(what)).as(DEVELOPMENT::toString).isGreaterThanOrEqualTo(development);
        assertThat(HELD_OUT.f1(what)).as(HELD_OUT::toString).isGreaterThanOrEqualTo(heldOut);
    }

    @Test
    void thereAreThirtyPagesInEachHalfInBothLanguages() {
        for (boolean heldOut : new boolean[] {false, true}) {
            assertThat(GoldPage.list(heldOut)).hasSize(30);
            assertThat(GoldPage.list(heldOut).stream().filter(GoldPage::isSpanish))
                    .hasSizeBetween(13, 19);
        }
    }

    @Test
    void theMarksOfTheGoldAreNotInThePageThatIsRead() {
        assertThat(GoldPage.list(false))
                .allSatisfy(page -> assertThat(page.html()).doesNotContain("data-gold"));
    }
}
