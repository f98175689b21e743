package org.constancia.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The inbox with the keyboard alone.
class InboxByKeyboardTest extends SampleSite {
    private Tab tab;
    private Page page;

    @BeforeEach
    void visit() {
        server.record().asked.clear();
        tab = Tab.open(chromium, server.address(), Tab.WIDE);
        page = tab.visit("/inbox?lang=en");
    }

    @AfterEach
    void leave() {
        assertThat(tab.complaints()).isEmpty();
        tab.close();
    }

    /// Presses a key and waits for the page that it leads to.
    private void press(String key) {
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press(key);
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    private String current() {
        return page.locator(".cand.now .tag").textContent();
    }

    @Test
    void jAndKMoveBetweenTheProposals() {
        assertThat(current()).isEqualTo("F1");
        press("j");
        assertThat(current()).isEqualTo("E1");
        press("k");
        assertThat(current()).isEqualTo("F1");
    }

    @Test
    void aAcceptsAndTheNextProposalIsOpened() {
        press("a");
        assertThat(server.record().asked).containsExactly("accept c2 event=null people={}");
        assertThat(current()).isEqualTo("E1");
        assertThat(page.locator(".notice.ok").textContent()).contains("Accepted");
    }

    @Test
    void aRejectionTakesItsReasonFromTheKeyboard() {
        press("r");
        page.keyboard().type("The source does not say that");
        press("Enter");
        assertThat(server.record().asked).containsExactly("reject c2 The source does not say that");
    }

    @Test
    void whatIsTypedInAFieldIsNotAKey() {
        press("r");
        page.keyboard().type("a");
        assertThat(server.record().asked).isEmpty();
        press("Escape");
        assertThat(page.url()).doesNotContain("mode=REJECT");
    }

    @Test
    void eCorrectsAndKeepsTheProposal() {
        press("e");
        page.locator("#v-WHERE").fill("Cali");
        press("Enter");
        assertThat(server.record().asked).hasSize(1);
        assertThat(server.record().asked.getFirst()).startsWith("edit c2").contains("WHERE=Cali");
        assertThat(current()).isEqualTo("F1");
    }

    @Test
    void sSplitsAtAWord() {
        press("s");
        page.keyboard().press("ArrowDown");
        press("Enter");
        assertThat(server.record().asked).hasSize(1);
        assertThat(server.record().asked.getFirst()).startsWith("split c2 ");
    }

    @Test
    void mFindsAnEventWhileTypingAndAcceptsIntoIt() {
        press("m");
        page.keyboard().type("cali");
        page.locator("#picks input").waitFor();
        page.keyboard().press("Enter");
        press("a");
        assertThat(server.record().asked).containsExactly("accept c2 event=e1 people={}");
    }

    @Test
    void aNumberChoosesAnEventOfTheSource() {
        page.keyboard().press("1");
        press("a");
        assertThat(server.record().asked).containsExactly("accept c2 event=e1 people={}");
    }

    @Test
    void uUndoesADecision() {
        press("k");
        assertThat(current()).isEqualTo("S1");
        press("u");
        assertThat(server.record().asked).containsExactly("undo c1");
    }

    @Test
    void questionMarkShowsTheKeys() {
        press("?");
        assertThat(page.url()).endsWith("/help");
    }

    @Test
    void slashGoesToTheSearch() {
        page.keyboard().press("/");
        page.keyboard().type("soacha");
        press("Enter");
        assertThat(page.url()).contains("/search?q=soacha");
    }
}
