package org.constancia.app.cli.estimate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.constancia.app.chart.Chart;
import org.constancia.app.chart.Charts;
import org.constancia.estimation.verdict.Verdict;

/// A page under construction that needs nothing but itself, readable without JavaScript. Charts are drawings within
/// the page, their specifications stand beside them; nothing is loaded from elsewhere. All text is escaped here.
final class HtmlPage {
    private static final String STYLE = """
            .drawing{background:#fffefc;overflow-x:auto;padding:.5rem}
            .drawing svg{max-width:none}
            .scroll{overflow-x:auto}
            .thin{font-weight:600}
            .kv dd{overflow-wrap:anywhere}
            """;

    private final Locale locale;
    private final Messages messages;
    private final Charts charts;
    private final StringBuilder out = new StringBuilder();

    HtmlPage(Locale locale, Charts charts) {
        this.locale = locale;
        this.messages = Messages.in(locale);
        this.charts = charts;
    }

    /// Begins the document.
    void head(String title, String subtitle) throws IOException {
        out.append("<!doctype html>\n<html lang=\"")
                .append(locale.getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(Html.text(title))
                .append("</title>\n<style>\n");
        try (InputStream css = Objects.requireNonNull(HtmlPage.class.getResourceAsStream("/static/constancia.css"))) {
            out.append(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        }
        out.append('\n').append(STYLE).append("</style>\n</head>\n<body>\n");
        out.append("<main id=\"main\" class=\"page column flow flow-l\">\n<header class=\"title\"><h1>")
                .append(Html.text(title))
                .append("</h1><p class=\"quiet\">")
                .append(Html.text(subtitle))
                .append("</p></header>\n");
    }

    /// Ends the document and returns it.
    String finished() {
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    /// Begins a section with a title and, unless empty, a sentence on how to read it.
    void section(String titleKey, String rule) {
        out.append("<section class=\"sec\"><header><h2>")
                .append(escaped(titleKey))
                .append("</h2>");
        if (!rule.isEmpty()) out.append("<p>").append(Html.text(rule)).append("</p>");
        out.append("</header>\n");
    }

    /// Begins the section of the verdict.
    void verdictSection(Verdict verdict) {
        out.append("<section class=\"verdict\"><h2 class=\"row\">");
        badge(verdict);
        out.append("</h2>\n");
    }

    /// The verdict as a coloured word.
    void badge(Verdict verdict) {
        String tone = switch (verdict) {
            case ESTIMABLE -> "ok";
            case ESTIMABLE_WITH_WARNINGS -> "wait";
            case NOT_IDENTIFIED -> "alarm";
        };
        out.append("<span class=\"badge ").append(tone).append("\">");
        out.append(escaped("verdict." + verdict.code())).append("</span>");
    }

    /// Ends a section.
    void end() {
        out.append("</section>\n");
    }

    /// A drawing with its specification below.
    void figure(Chart chart) {
        Chart localized = chart.in(locale);
        out.append("<figure><div class=\"drawing\">")
                .append(charts.svg(localized))
                .append("</div><details><summary>");
        out.append(escaped("report.spec")).append("</summary><pre class=\"mono\">");
        out.append(Html.text(localized.specification())).append("</pre></details></figure>\n");
    }

    /// A row of a table: a name and a value.
    void row(String name, String value) {
        out.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th><td class=\"num\">");
        out.append(Html.text(value)).append("</td></tr>\n");
    }

    /// A term of a list of definitions with what it is.
    void definition(String term, String value) {
        out.append("<dt>")
                .append(Html.text(term))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd>");
    }

    /// A paragraph of a class, plain when that is empty.
    void paragraph(String style, String text) {
        out.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(Html.text(text))
                .append("</p>\n");
    }

    /// Mark-up as it is.
    HtmlPage markup(String html) {
        out.append(html);
        return this;
    }

    /// A message, escaped.
    String escaped(String key) {
        return Html.text(messages.text(key));
    }
}
