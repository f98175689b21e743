package org.constancia.text.clean.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Cleaned;
import org.constancia.text.clean.Label;
import org.junit.jupiter.api.Test;

class HtmlCleanerTest {
    private static final String ONE =
            "The commission named the officers on Wednesday, and called for charges against six of them, its chair said.";
    private static final String TWO =
            "Relatives of the dead have asked for the recordings, which the ministry has so far withheld from the court.";
    private static final String MENU =
            "<ul class='nav'><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul>";

    private final HtmlCleaner cleaner = new HtmlCleaner();

    @Test
    void menuAndFooterAreSetApartWithTheirRule() {
        Cleaned cleaned = clean("<body>" + MENU + "<div class='story'><p>" + ONE + "<p>" + TWO
                + "</div><footer>Imprint and contact</footer>");
        assertThat(body(cleaned)).containsExactly(ONE, TWO);
        assertThat(cleaned.blocks())
                .filteredOn(block -> !block.isBody())
                .extracting(Block::rule)
                .containsExactly("navigation", "navigation", "footer");
    }

    @Test
    void nothingIsDeleted() {
        Cleaned cleaned =
                clean("<body>" + MENU + "<p>" + ONE + "<p>" + TWO + "<div style='display:none'>Hidden words</div>");
        assertThat(cleaned.text()).contains("Home", "World", "Hidden words");
        assertThat(cleaned.blocks()).anyMatch(block -> block.rule().equals("hidden"));
    }

    @Test
    void scriptsAndStylesAreNoText() {
        assertThat(clean("<body><p>" + ONE + "</p><script>var a = 'no';</script><style>p {}</style><p>" + TWO)
                        .text())
                .isEqualTo(ONE + "\n" + TWO);
    }

    @Test
    void metadataOfTheArticleAreRead() {
        Cleaned cleaned = clean("""
                <html lang="en-GB"><head><title>Officers named | The Harbour Post</title>
                <meta property="og:site_name" content="The Harbour Post">
                <script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Officers named",
                "datePublished": "2031-05-21T23:30:00-05:00", "author": [{"@type": "Person", "name": "Maya Okonedo"}]}]}</script>
                </head><body><h1>Officers named</h1><p>%s</p><p>%s</p>""".formatted(ONE, TWO));
        assertThat(cleaned.title()).isEqualTo("Officers named");
        assertThat(cleaned.author()).isEqualTo("Maya Okonedo");
        assertThat(cleaned.published()).isEqualTo(LocalDate.of(2031, 5, 21));
        assertThat(cleaned.blocks().getFirst().label()).isEqualTo(Label.HEADLINE);
    }

    @Test
    void brokenMetadataAreLeftAside() {
        Cleaned cleaned =
                clean("<head><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": </script>"
                        + "<meta property='og:title' content='Officers named - The Post'></head><p>" + ONE);
        assertThat(cleaned.title()).isEqualTo("Officers named - The Post");
    }

    @Test
    void aDoubledLineBreakParts() {
        assertThat(body(clean("<body><div>" + ONE + "<br><br>" + TWO + "</div>")))
                .containsExactly(ONE, TWO);
    }

    @Test
    void theWayBackLeadsToTheElementAndTheSource() {
        String html = "<html><body><div><p>" + ONE + "</p><p>" + TWO + "</p></div></body></html>";
        CleanedPage page = cleaner.clean(html);
        CleanedPage.Origin second = page.origins().get(1);
        assertThat(second.path()).isEqualTo("html/body/div/p[2]");
        assertThat(html.substring(second.sourceStart(), second.sourceEnd())).isEqualTo(TWO);
    }

    @Test
    void aTeaserInTheMetadataIsNotTakenForTheArticle() {
        Cleaned cleaned = clean("<head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                + ONE + "\"}</script></head><body><div><p>" + ONE + "</p>" + ("<p>" + TWO + "</p>").repeat(8)
                + "</div>");
        assertThat(body(cleaned)).hasSize(9);
    }

    @Test
    void anEmbeddedPostStaysWhateverItsWrapperIsCalled() {
        Cleaned cleaned = clean("<body><div><p>" + ONE + "</p><div class='social-share embed'><blockquote>" + TWO
                + "</blockquote></div><p>" + ONE + "</p></div>");
        assertThat(body(cleaned)).containsExactly(ONE, TWO, ONE);
    }

    private Cleaned clean(String html) {
        return cleaner.clean(html).cleaned();
    }

    private static List<String> body(Cleaned cleaned) {
        return cleaned.blocks().stream()
                .filter(Block::isBody)
                .map(block -> block.of(cleaned.text()))
                .toList();
    }
}
