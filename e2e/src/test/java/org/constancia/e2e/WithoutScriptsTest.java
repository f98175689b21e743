package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everything that decides or tells works with scripts off.
class WithoutScriptsTest extends SampleSite {
    private Tab tab;

    @BeforeEach
    void visit() {
        server.record().asked.clear();
        tab = Tab.withoutScripts(chromium, server.address());
    }

    @AfterEach
    void leave() {
        tab.close();
    }

    @Test
    void theInboxAccepts() {
        Page page = tab.visit("/inbox?current=c2");
        page.locator(".decide button.go").click();
        assertThat(server.record().asked).containsExactly("accept c2 event=null people={}");
    }

    @Test
    void aSourceIsPasted() {
        Page page = tab.visit("/sources/new");
        page.locator("#text").fill("Un texto");
        page.locator("#outlet").fill("Radio inventada");
        page.locator("#published").fill("2021-10");
        page.locator("main button.go").click();
        assertThat(server.record().asked).containsExactly("bring null 8 bytes, Radio inventada, 2021-10");
        assertThat(page.url()).contains("/sources/s12");
    }

    @Test
    void aContradictionIsResolvedWithItsReason() {
        Page page = tab.visit("/conflicts/e1/figure.number");
        page.locator("input[name=statement]").first().check();
        page.locator("main button.go").click();
        assertThat(page.locator(".err").count()).isEqualTo(1);
        assertThat(page.locator("input[name=statement]").first().isChecked()).isTrue();
        page.locator("#reason").fill("Cuenta con nombres");
        page.locator("main button.go").click();
        assertThat(server.record().asked).hasSize(1);
        assertThat(server.record().asked.getFirst()).endsWith(": Cuenta con nombres");
    }

    @Test
    void theActGridAddsAColumnAndWrites() {
        Page page = tab.visit("/events/e1/acts");
        page.locator("#code").fill("A12");
        page.locator("button[value=column]").click();
        page.locator("input[name=tick-1][value=A12]").check();
        page.locator("button[value=write]").click();
        assertThat(server.record().asked).hasSize(1);
        assertThat(server.record().asked.getFirst()).contains("Marisol T. V.[A14], Julián Andrés M. R.[A12]");
    }

    @Test
    void theMapSaysTheSameAsATable() {
        Page page = tab.visit("/map");
        assertThat(page.locator("main table tbody tr").count()).isEqualTo(3);
    }

    @Test
    void aReaderOfAPublicPageReplies() {
        Page page = tab.visit("/public/events/e1");
        page.locator("#msg").fill("Tengo otra fecha.");
        page.locator("#reply button.go").click();
        assertThat(server.record().asked).containsExactly("reply e1 CORRECTION Tengo otra fecha.");
        assertThat(page.locator("[role=status]").count()).isEqualTo(1);
    }

    @Test
    void aPublicPageNeedsNoScriptAndNoOtherOrigin() {
        Page page = tab.visit("/public/events/e1");
        assertThat(page.locator("script").count()).isZero();
        assertThat(page.locator("main").textContent()).as("a reviewer's name").doesNotContain("Inés R.", "Lucía P.");
        for (var link : page.locator("main a").all()) {
            assertThat(link.getAttribute("href")).matches("(/public|#|mailto:|https?:).*");
        }
        assertThat(page.locator("#url").inputValue()).isEqualTo(server.address() + "/public/events/e1");
    }
}
