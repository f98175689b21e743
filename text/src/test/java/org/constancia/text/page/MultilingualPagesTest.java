package org.constancia.text.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.constancia.text.extract.measure.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Invented pages in sixteen languages and ten scripts, of which nothing is extracted but all is cleaned.
class MultilingualPagesTest {
    static List<MultilingualPage> pages() {
        return MultilingualPage.list();
    }

    @Test
    void segmentsOfTheArticlesAreToldFromTheRest() {
        List<String> wrong = new ArrayList<>();
        Tally segments = MultilingualPage.score(pages(), wrong::add);
        assertThat(segments.f1())
                .as("%s%n%s", segments, String.join("\n", wrong))
                .isGreaterThanOrEqualTo(.99);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void languagesAreTold(MultilingualPage page) {
        assertThat(page.layer().language()).isEqualTo(page.language());
    }
}
