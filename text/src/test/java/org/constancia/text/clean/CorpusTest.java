package org.constancia.text.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The corpus of invented pages, in Spanish and English and in twenty styles of web page and as flat text.
class CorpusTest {
    @Test
    void insideTheBodyAllButAFewBlocksAreFoundAndAlmostNoBodyIsLost() {
        CorpusScore score = CorpusScore.of(CorpusPage.list("dev"));
        assertThat(score.blockRecall()).as(score::toString).isGreaterThanOrEqualTo(.97);
        assertThat(score.bodyLost()).as(score::toString).isLessThanOrEqualTo(.005);
    }

    @Test
    void everyPageHasItsHeadlineApart() {
        for (CorpusPage page : CorpusPage.list("dev")) {
            Cleaned cleaned = page.cleaned();
            String gold = page.gold().stream()
                    .filter(one -> one.label().equals("headline"))
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertThat(cleaned.title()).as(page.name()).isEqualTo(gold);
            assertThat(cleaned.blocks().stream()
                            .filter(Block::isBody)
                            .map(block -> CorpusPage.folded(block.of(cleaned.text()))))
                    .as(page.name())
                    .doesNotContain(gold);
        }
    }

    @Test
    void theLanguageOfEveryPageIsTold() {
        for (CorpusPage page : CorpusPage.list("dev"))
            assertThat(page.cleaned().language())
                    .as(page.name())
                    .isEqualTo(page.name().substring(0, 2));
    }
}
