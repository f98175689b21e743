package org.constancia.text.clean.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestedTablesTest {
    @Test
    void layoutByTablesStaysAsItIs() {
        String page = "<table><tr><td>".repeat(20) + "Sí" + "</td></tr></table>".repeat(20);
        assertThat(NestedTables.opened(page)).isSameAs(page);
        assertThat(NestedTables.opened("<table><tr><td>Sí</table>".repeat(1_000)))
                .contains("<table>");
    }

    @Test
    void tablesNestedWithoutEndBecomeBlocksAndKeepTheirPlaces() {
        String page = "<TABLE class='x'><tr><td>Sí".repeat(1_000) + "</table>";
        String opened = NestedTables.opened(page);
        assertThat(opened)
                .hasSameSizeAs(page)
                .doesNotContainIgnoringCase("<table")
                .doesNotContain("</table");
        assertThat(opened.indexOf("Sí")).isEqualTo(page.indexOf("Sí"));
        assertThat(new HtmlCleaner().clean(page).cleaned().text()).contains("Sí");
    }
}
