package org.constancia.app.cli.estimate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.constancia.app.chart.Chart;
import org.constancia.app.chart.Charts;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.capture.OverlapMatrix;
import org.constancia.estimation.lcmcr.ImpliedExpansion;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.lcmcr.PredictiveCheck;
import org.constancia.estimation.sensitivity.Variation;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.Method;
import org.constancia.estimation.verdict.MethodResult;
import org.constancia.estimation.verdict.ModelFigure;
import org.constancia.estimation.verdict.Reason;

/// The report: one file that needs nothing else, readable without JavaScript. Charts are drawings within the
/// page, their
/// specifications stand beside them; nothing is loaded from elsewhere.
final class ReportPage {
    private final Estimate estimate;
    private final List<Variation> variations;
    private final boolean showsFigures;
    private final Locale locale;
    private final Messages messages;
    private final Charts charts;
    private final ReportCharts specifications;
    private final StringBuilder out = new StringBuilder();

    ReportPage(Estimate estimate, List<Variation> variations, boolean allowUnidentified, Locale locale, Charts charts) {
        this.estimate = estimate;
        this.variations = variations;
        this.showsFigures = estimate.isEstimable() || allowUnidentified;
        this.locale = locale;
        this.messages = Messages.in(locale);
        this.charts = charts;
        this.specifications = new ReportCharts(estimate, messages);
    }

    String html() throws IOException {
        head();
        verdict();
        reasons();
        section("report.overlap", messages.text("report.overlap.rule"));
        figure(specifications.overlap());
        overlapMatrix();
        patternTable();
        end();
        if (showsFigures) {
            figures();
        } else {
            out.append("<p class=\"notice\">").append(escaped("report.hidden")).append("</p>\n");
        }
        LcmcrPosterior lcmcr = estimate.lcmcr();
        if (lcmcr != null) chains(lcmcr);
        assumptions();
        if (lcmcr != null) prior(lcmcr);
        again();
        out.append("</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private void head() throws IOException {
        out.append("<!doctype html>\n<html lang=\"")
                .append(locale.getLanguage())
                .append("\">\n<head>\n");
        out.append(
                "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<title>").append(escaped("report.title")).append("</title>\n<style>\n");
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("/static/constancia.css"))) {
            out.append(new String(css.readAllBytes(), StandardCharsets.UTF_8));
        }
        out.append(
                "\n.drawing{background:#fffefc;overflow-x:auto;padding:.5rem}\n.drawing svg{max-width:none}\n.scroll{overflow-x:auto}\n.thin{font-weight:600}\n");
        out.append("</style>\n</head>\n<body>\n<main id=\"main\" class=\"page column flow flow-l\">\n");
        out.append("<header class=\"title\"><h1>")
                .append(escaped("report.title"))
                .append("</h1><p class=\"quiet\">");
        out.append(Html.text(messages.text(
                "report.subtitle",
                estimate.table().listCount(),
                whole(estimate.table().observed()))));
        out.append("</p></header>\n");
    }

    private void verdict() {
        String tone = switch (estimate.verdict()) {
            case ESTIMABLE -> "ok";
            case ESTIMABLE_WITH_WARNINGS -> "wait";
            case NOT_IDENTIFIED -> "alarm";
        };
        out.append("<section class=\"verdict\"><h2 class=\"row\"><span class=\"badge ")
                .append(tone)
                .append("\">");
        out.append(escaped("verdict." + estimate.verdict().code())).append("</span></h2>\n");
        if (estimate.isEstimable()) {
            Figures figures = estimate.findFigures().orElseThrow();
            MethodResult headline = estimate.findHeadline().orElseThrow();
            paragraph(
                    "interval",
                    messages.text(
                            "interval",
                            printed(figures.lower(), figures.errorOfLower()),
                            printed(figures.upper(), figures.errorOfUpper()),
                            messages.text("method." + headline.method().code())));
            paragraph("", messages.text("middle", printed(figures.median(), figures.errorOfMedian())));
            if (figures.isSimulated()) paragraph("quiet", MonteCarloErrors.sentence(figures, messages, locale));
        } else {
            paragraph(
                    "interval",
                    messages.text(
                            "nonumber", whole(estimate.table().observed()), whole(Math.floor(estimate.lowerBound()))));
            if (showsFigures) paragraph("", messages.text("forstudy"));
        }
        out.append("</section>\n");
    }

    private void reasons() {
        section("report.reasons", "");
        if (estimate.reasons().isEmpty()) paragraph("", messages.text("report.noreasons"));
        out.append("<ul class=\"list\">");
        for (Reason reason : estimate.reasons()) {
            out.append("<li>").append(reason.isRefusal() ? "<strong>" : "");
            out.append(Html.text(reason.sentence(locale)));
            out.append(reason.isRefusal() ? "</strong>" : "").append("</li>");
        }
        out.append("</ul>\n");
        end();
    }

    private void overlapMatrix() {
        CaptureTable table = estimate.table();
        OverlapMatrix matrix = new OverlapMatrix(table);
        paragraph("", messages.text("overlaps"));
        out.append("<div class=\"scroll\"><table class=\"table\"><thead><tr><td></td>");
        for (String list : table.lists()) {
            out.append("<th scope=\"col\" class=\"num\">")
                    .append(Html.text(list))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (int i = 0; i < table.listCount(); i++) {
            out.append("<tr><th scope=\"row\">")
                    .append(Html.text(table.lists().get(i)))
                    .append("</th>");
            for (int j = 0; j < table.listCount(); j++) {
                boolean thin = j <= i && matrix.shared(i, j) < OverlapMatrix.THIN;
                out.append(thin ? "<td class=\"num thin\">" : "<td class=\"num\">");
                if (j <= i) out.append(whole(matrix.shared(i, j))).append(thin ? "*" : "");
                out.append("</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table></div>\n");
    }

    private void patternTable() {
        out.append("<details><summary>")
                .append(escaped("report.table"))
                .append("</summary><table class=\"table\"><thead>");
        out.append("<tr><th scope=\"col\">").append(escaped("word.pattern"));
        out.append("</th><th scope=\"col\" class=\"num\">")
                .append(escaped("word.count"))
                .append("</th></tr></thead><tbody>");
        for (int i = 0; i < estimate.table().patternCount(); i++) {
            row(
                    estimate.table().name(estimate.table().pattern(i)),
                    whole(estimate.table().count(i)));
        }
        out.append("</tbody></table></details>\n");
    }

    private void figures() {
        section("report.spread", "");
        figure(specifications.spread());
        out.append("<table class=\"table\"><tbody>");
        for (ModelFigure figure : estimate.spread()) {
            String interval =
                    figure.hasInterval() ? whole(figure.printedLower()) + " – " + whole(figure.printedUpper()) : "";
            row(
                    messages.text("model." + figure.model()) + " " + messages.detail(figure),
                    whole(figure.printedTotal()) + (interval.isEmpty() ? "" : "  (" + interval + ")"));
        }
        out.append("</tbody></table>\n");
        end();
        if (estimate.lcmcr() != null || estimate.graphs() != null) {
            section("report.posterior", "");
            figure(specifications.posterior());
            end();
        }
        if (variations.isEmpty()) return;
        section("report.sensitivity", "");
        figure(specifications.sensitivity(variations));
        out.append("<details><summary>")
                .append(escaped("report.table"))
                .append("</summary><table class=\"table\"><tbody>");
        for (Variation variation : variations) {
            Figures figures = variation.figures();
            row(
                    messages.text("change." + variation.kind()) + " " + variation.detail(),
                    messages.text("verdict." + variation.verdict().code())
                            + (figures == null ? "" : ": " + variation(figures)));
        }
        out.append("</tbody></table></details>\n");
        end();
        section("report.trajectory", messages.text("report.trajectory.rule"));
        figure(specifications.trajectory(variations));
        end();
    }

    private String variation(Figures figures) {
        String middle = printed(figures.median(), figures.errorOfMedian());
        if (Double.isNaN(figures.lower())) return middle;
        return middle + "  (" + printed(figures.lower(), figures.errorOfLower()) + " – "
                + printed(figures.upper(), figures.errorOfUpper()) + ")";
    }

    private void chains(LcmcrPosterior lcmcr) {
        section("report.checks", "");
        out.append("<dl class=\"kv\">");
        definition("R-hat", String.format(locale, "%.3f", lcmcr.diagnostics().rHat()));
        definition("ESS", whole(lcmcr.diagnostics().bulkEffectiveSize()));
        definition("ESS (5 %, 95 %)", whole(lcmcr.diagnostics().tailEffectiveSize()));
        definition("P(n0 > 0.9 cap)", String.format(locale, "%.4f", lcmcr.capMass()));
        definition(
                "K",
                lcmcr.settings().prior().classes() + " / "
                        + String.format(locale, "%.1f", lcmcr.meanOccupiedClasses()));
        out.append("</dl>\n");
        end();
        section("report.ranks", "");
        figure(specifications.ranks(lcmcr));
        end();
        if (showsFigures) {
            section("report.trace", "");
            figure(specifications.trace(lcmcr));
            end();
        }
        if (lcmcr.predictiveChecks().isEmpty()) return;
        section("report.fit", messages.text("report.fit.rule"));
        out.append("<table class=\"table\"><tbody>");
        for (PredictiveCheck check : lcmcr.predictiveChecks()) {
            String feature = messages.text("feature." + check.kind().name().toLowerCase(Locale.ROOT));
            row(
                    feature + " " + estimate.used().name(check.lists()) + ": " + whole(check.observed()),
                    String.format(locale, "%.2f", check.probability()));
        }
        out.append("</tbody></table>\n");
        end();
    }

    private void assumptions() {
        Method method = estimate.findHeadline().map(MethodResult::method).orElse(Method.CHAO);
        section("report.assumption", "");
        out.append("<ul class=\"list\">");
        for (String key : List.of("report.assume.same", "report.assume.linked", "report.assume.real")) {
            out.append("<li>").append(escaped(key)).append("</li>");
        }
        out.append("<li>")
                .append(Html.text(Assumptions.sentence(method, locale)))
                .append("</li></ul>\n");
        end();
    }

    private void prior(LcmcrPosterior lcmcr) {
        ImpliedExpansion implied = new ImpliedExpansion(
                lcmcr.settings().prior(),
                estimate.used().listCount(),
                lcmcr.settings().seed());
        section("report.prior", "");
        paragraph(
                "",
                messages.text(
                        "report.prior.text",
                        String.format(locale, "%.2f", implied.quantile(.5)),
                        String.format(locale, "%.2f", implied.quantile(.025)),
                        String.format(locale, "%.2f", implied.quantile(.975))));
        end();
    }

    private void again() {
        section("report.again", "");
        out.append("<dl class=\"kv\">");
        definition("sha256", estimate.table().sha256());
        definition("seed", String.valueOf(estimate.settings().seed()));
        definition("version", Version.current());
        for (MethodResult result : estimate.methods()) {
            definition(result.method().code(), result.settings().toString());
        }
        out.append("</dl>\n");
        end();
    }

    private void section(String title, String rule) {
        out.append("<section class=\"sec\"><header><h2>").append(escaped(title)).append("</h2>");
        if (!rule.isEmpty()) out.append("<p>").append(Html.text(rule)).append("</p>");
        out.append("</header>\n");
    }

    private void end() {
        out.append("</section>\n");
    }

    private void figure(Chart chart) {
        out.append("<figure><div class=\"drawing\">").append(charts.svg(chart)).append("</div><details><summary>");
        out.append(escaped("report.spec")).append("</summary><pre class=\"mono\">");
        out.append(Html.text(chart.specification())).append("</pre></details></figure>\n");
    }

    private void row(String name, String value) {
        out.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th><td class=\"num\">");
        out.append(Html.text(value)).append("</td></tr>\n");
    }

    private void definition(String term, String value) {
        out.append("<dt>")
                .append(Html.text(term))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd>");
    }

    private void paragraph(String style, String text) {
        out.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(Html.text(text))
                .append("</p>\n");
    }

    private String escaped(String key) {
        return Html.text(messages.text(key));
    }

    private String printed(double value, double error) {
        return whole(Figures.printed(value, error));
    }

    private String whole(double value) {
        return Double.isInfinite(value) ? "∞" : String.format(locale, "%,d", Math.round(value));
    }
}
