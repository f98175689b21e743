package org.constancia.app.cli.estimate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.constancia.app.chart.Chart;
import org.constancia.app.chart.Charts;
import org.constancia.estimation.replicates.CombinedEstimate;
import org.constancia.estimation.strata.TableOutcome;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.Reason;

/// The report of a file with strata or replicates: the total first, then every stratum with its verdict, then what the
/// whole assumes. Strata without an estimate stand in the same table as the others.
final class StrataReportPage {
    private static final int DRAWN = 40;

    private final ManyTablesResult result;
    private final Locale locale;
    private final Messages messages;
    private final HtmlPage page;

    StrataReportPage(ManyTablesResult result, Locale locale, Charts charts) {
        this.result = result;
        this.locale = locale;
        this.messages = Messages.in(locale);
        this.page = new HtmlPage(locale, charts);
    }

    String html() throws IOException {
        page.head(
                messages.text("report.title"),
                messages.text(
                        "strata.subtitle",
                        result.strata().size(),
                        result.replicates(),
                        result.whole(result.total().observed(), locale)));
        page.section("total.title", "");
        for (String line : result.totalLines(messages)) page.paragraph("", line);
        page.end();
        if (result.replicates() > 1) replicates();
        strata();
        assumptions();
        again();
        return page.finished();
    }

    private void replicates() {
        page.section("strata.replicates", "");
        for (String line : result.combinationLines(messages)) page.paragraph("", line);
        page.end();
    }

    private void strata() {
        page.section("strata.title", messages.text("strata.rule"));
        List<TableOutcome> drawn = result.first().stream()
                .filter(outcome -> outcome.figures() != null)
                .sorted((one, other) -> Long.compare(other.observed(), one.observed()))
                .limit(DRAWN)
                .toList();
        if (!drawn.isEmpty()) page.figure(intervals(drawn));
        if (drawn.size() == DRAWN) page.paragraph("quiet", messages.text("strata.more", DRAWN));
        page.markup("<div class=\"scroll\"><table class=\"table\"><thead><tr>");
        for (String key : List.of("stratum", "word.count", "word.verdict", "col.interval", "strata.middle")) {
            page.markup("<th scope=\"col\">").markup(page.escaped(key)).markup("</th>");
        }
        if (result.replicates() > 1) {
            page.markup("<th scope=\"col\">")
                    .markup(page.escaped("strata.replicates"))
                    .markup("</th>");
        }
        page.markup("</tr></thead><tbody>\n");
        for (TableOutcome outcome : result.first()) row(outcome);
        page.markup("</tbody></table></div>\n");
        page.end();
    }

    private void row(TableOutcome outcome) {
        page.markup("<tr><th scope=\"row\">").markup(Html.text(result.name(outcome, messages)));
        page.markup("</th><td class=\"num\">").markup(Html.text(result.observed(outcome, locale)));
        page.markup("</td><td>");
        page.badge(outcome.verdict());
        for (Reason reason : outcome.reasons()) {
            if (reason.isRefusal()) {
                page.markup("<br>").markup(Html.text(reason.sentence(locale)));
            }
        }
        Figures figures = outcome.figures();
        page.markup("</td><td class=\"num\">");
        if (figures != null) page.markup(Html.text(result.interval(figures, locale)));
        page.markup("</td><td class=\"num\">");
        if (figures != null) {
            double middle = Figures.printed(figures.median(), figures.errorOfMedian());
            page.markup(Html.text(result.whole(middle, locale)));
        }
        if (result.replicates() > 1) {
            CombinedEstimate combined = result.combined(outcome.key().stratum());
            page.markup("</td><td class=\"num\">");
            if (combined != null) {
                page.markup(Html.text(
                        result.whole(combined.lower(), locale) + " – " + result.whole(combined.upper(), locale)));
            }
        }
        page.markup("</td></tr>\n");
    }

    private Chart intervals(List<TableOutcome> outcomes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TableOutcome outcome : outcomes) {
            Figures figures = outcome.figures();
            if (figures == null) continue;
            rows.add(ReportCharts.interval(
                    result.name(outcome, messages),
                    messages.text("verdict." + outcome.verdict().code()),
                    figures.median(),
                    figures.lower(),
                    figures.upper()));
        }
        Map<String, String> words = new LinkedHashMap<>();
        words.put("total", messages.text("word.total"));
        return Chart.of("estimate-intervals", messages.text("strata.title"), words, rows);
    }

    private void assumptions() {
        page.section("report.assumption", "");
        page.markup("<ul class=\"list\">");
        for (String key : List.of("report.assume.same", "report.assume.linked", "report.assume.real")) {
            page.markup("<li>").markup(page.escaped(key)).markup("</li>");
        }
        for (Method method : result.headlineMethods()) {
            page.markup("<li>")
                    .markup(Html.text(Assumptions.sentence(method, locale)))
                    .markup("</li>");
        }
        page.markup("</ul>\n");
        page.end();
    }

    private void again() {
        page.section("report.again", "");
        page.markup("<dl class=\"kv\">");
        page.definition("sha256", result.sha256());
        page.definition("seed", String.valueOf(result.settings().seed()));
        page.definition("version", Version.current());
        page.definition(messages.text("strata.settings"), result.settings().toString());
        page.markup("</dl>\n");
        page.end();
    }
}
