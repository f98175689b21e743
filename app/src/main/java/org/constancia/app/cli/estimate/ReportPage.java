package org.constancia.app.cli.estimate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
    private final HtmlPage page;
    private final ReportCharts specifications;

    ReportPage(Estimate estimate, List<Variation> variations, boolean allowUnidentified, Locale locale, Charts charts) {
        this.estimate = estimate;
        this.variations = variations;
        this.showsFigures = estimate.isEstimable() || allowUnidentified;
        this.locale = locale;
        this.messages = Messages.in(locale);
        this.page = new HtmlPage(locale, charts);
        this.specifications = new ReportCharts(estimate, messages);
    }

    String html() throws IOException {
        head();
        verdict();
        reasons();
        page.section("report.overlap", messages.text("report.overlap.rule"));
        page.figure(specifications.overlap());
        overlapMatrix();
        patternTable();
        page.end();
        if (showsFigures) {
            figures();
        } else {
            page.markup("<p class=\"notice\">")
                    .markup(page.escaped("report.hidden"))
                    .markup("</p>\n");
        }
        LcmcrPosterior lcmcr = estimate.lcmcr();
        if (lcmcr != null) chains(lcmcr);
        assumptions();
        if (lcmcr != null) prior(lcmcr);
        again();
        return page.finished();
    }

    private void head() throws IOException {
        page.head(
                messages.text("report.title"),
                messages.text(
                        "report.subtitle",
                        estimate.table().listCount(),
                        whole(estimate.table().observed())));
    }

    private void verdict() {
        page.verdictSection(estimate.verdict());
        if (estimate.isEstimable()) {
            Figures figures = estimate.findFigures().orElseThrow();
            MethodResult headline = estimate.findHeadline().orElseThrow();
            page.paragraph(
                    "interval",
                    messages.text(
                            "interval",
                            printed(figures.lower(), figures.errorOfLower()),
                            printed(figures.upper(), figures.errorOfUpper()),
                            messages.text("method." + headline.method().code())));
            page.paragraph("", messages.text("middle", printed(figures.median(), figures.errorOfMedian())));
            if (figures.isSimulated()) page.paragraph("quiet", MonteCarloErrors.sentence(figures, messages, locale));
        } else {
            page.paragraph(
                    "interval",
                    messages.text(
                            "nonumber", whole(estimate.table().observed()), whole(Math.floor(estimate.lowerBound()))));
            if (showsFigures) page.paragraph("", messages.text("forstudy"));
        }
        page.end();
    }

    private void reasons() {
        page.section("report.reasons", "");
        if (estimate.reasons().isEmpty()) page.paragraph("", messages.text("report.noreasons"));
        page.markup("<ul class=\"list\">");
        for (Reason reason : estimate.reasons()) {
            page.markup("<li>").markup(reason.isRefusal() ? "<strong>" : "");
            page.markup(Html.text(reason.sentence(locale)));
            page.markup(reason.isRefusal() ? "</strong>" : "").markup("</li>");
        }
        page.markup("</ul>\n");
        page.end();
    }

    private void overlapMatrix() {
        CaptureTable table = estimate.table();
        OverlapMatrix matrix = new OverlapMatrix(table);
        page.paragraph("", messages.text("overlaps"));
        page.markup("<div class=\"scroll\"><table class=\"table\"><thead><tr><td></td>");
        for (String list : table.lists()) {
            page.markup("<th scope=\"col\" class=\"num\">")
                    .markup(Html.text(list))
                    .markup("</th>");
        }
        page.markup("</tr></thead><tbody>");
        for (int i = 0; i < table.listCount(); i++) {
            page.markup("<tr><th scope=\"row\">")
                    .markup(Html.text(table.lists().get(i)))
                    .markup("</th>");
            for (int j = 0; j < table.listCount(); j++) {
                boolean thin = j <= i && matrix.shared(i, j) < OverlapMatrix.THIN;
                page.markup(thin ? "<td class=\"num thin\">" : "<td class=\"num\">");
                if (j <= i) page.markup(whole(matrix.shared(i, j))).markup(thin ? "*" : "");
                page.markup("</td>");
            }
            page.markup("</tr>");
        }
        page.markup("</tbody></table></div>\n");
    }

    private void patternTable() {
        page.markup("<details><summary>")
                .markup(page.escaped("report.table"))
                .markup("</summary><table class=\"table\"><thead>");
        page.markup("<tr><th scope=\"col\">").markup(page.escaped("word.pattern"));
        page.markup("</th><th scope=\"col\" class=\"num\">")
                .markup(page.escaped("word.count"))
                .markup("</th></tr></thead><tbody>");
        for (int i = 0; i < estimate.table().patternCount(); i++) {
            page.row(
                    estimate.table().name(estimate.table().pattern(i)),
                    whole(estimate.table().count(i)));
        }
        page.markup("</tbody></table></details>\n");
    }

    private void figures() {
        page.section("report.spread", "");
        page.figure(specifications.spread());
        page.markup("<table class=\"table\"><tbody>");
        for (ModelFigure figure : estimate.spread()) {
            String interval =
                    figure.hasInterval() ? whole(figure.printedLower()) + " – " + whole(figure.printedUpper()) : "";
            page.row(
                    messages.text("model." + figure.model()) + " " + messages.detail(figure),
                    whole(figure.printedTotal()) + (interval.isEmpty() ? "" : "  (" + interval + ")"));
        }
        page.markup("</tbody></table>\n");
        page.end();
        if (estimate.lcmcr() != null || estimate.graphs() != null) {
            page.section("report.posterior", "");
            page.figure(specifications.posterior());
            page.end();
        }
        if (variations.isEmpty()) return;
        page.section("report.sensitivity", "");
        page.figure(specifications.sensitivity(variations));
        page.markup("<details><summary>")
                .markup(page.escaped("report.table"))
                .markup("</summary><table class=\"table\"><tbody>");
        for (Variation variation : variations) {
            Figures figures = variation.figures();
            page.row(
                    messages.text("change." + variation.kind()) + " " + variation.detail(),
                    messages.text("verdict." + variation.verdict().code())
                            + (figures == null ? "" : ": " + variation(figures)));
        }
        page.markup("</tbody></table></details>\n");
        page.end();
        page.section("report.trajectory", messages.text("report.trajectory.rule"));
        page.figure(specifications.trajectory(variations));
        page.end();
    }

    private String variation(Figures figures) {
        String middle = printed(figures.median(), figures.errorOfMedian());
        if (Double.isNaN(figures.lower())) return middle;
        return middle + "  (" + printed(figures.lower(), figures.errorOfLower()) + " – "
                + printed(figures.upper(), figures.errorOfUpper()) + ")";
    }

    private void chains(LcmcrPosterior lcmcr) {
        page.section("report.checks", "");
        page.markup("<dl class=\"kv\">");
        page.definition(
                "R-hat", String.format(locale, "%.3f", lcmcr.diagnostics().rHat()));
        page.definition("ESS", whole(lcmcr.diagnostics().bulkEffectiveSize()));
        page.definition("ESS (5 %, 95 %)", whole(lcmcr.diagnostics().tailEffectiveSize()));
        page.definition("P(n0 > 0.9 cap)", String.format(locale, "%.4f", lcmcr.capMass()));
        page.definition(
                "K",
                lcmcr.settings().prior().classes() + " / "
                        + String.format(locale, "%.1f", lcmcr.meanOccupiedClasses()));
        page.markup("</dl>\n");
        page.end();
        page.section("report.ranks", "");
        page.figure(specifications.ranks(lcmcr));
        page.end();
        if (showsFigures) {
            page.section("report.trace", "");
            page.figure(specifications.trace(lcmcr));
            page.end();
        }
        if (lcmcr.predictiveChecks().isEmpty()) return;
        page.section("report.fit", messages.text("report.fit.rule"));
        page.markup("<table class=\"table\"><tbody>");
        for (PredictiveCheck check : lcmcr.predictiveChecks()) {
            String feature = messages.text("feature." + check.kind().name().toLowerCase(Locale.ROOT));
            page.row(
                    feature + " " + estimate.used().name(check.lists()) + ": " + whole(check.observed()),
                    String.format(locale, "%.2f", check.probability()));
        }
        page.markup("</tbody></table>\n");
        page.end();
    }

    private void assumptions() {
        Method method = estimate.findHeadline().map(MethodResult::method).orElse(Method.CHAO);
        page.section("report.assumption", "");
        page.markup("<ul class=\"list\">");
        for (String key : List.of("report.assume.same", "report.assume.linked", "report.assume.real")) {
            page.markup("<li>").markup(page.escaped(key)).markup("</li>");
        }
        page.markup("<li>")
                .markup(Html.text(Assumptions.sentence(method, locale)))
                .markup("</li></ul>\n");
        page.end();
    }

    private void prior(LcmcrPosterior lcmcr) {
        ImpliedExpansion implied = new ImpliedExpansion(
                lcmcr.settings().prior(),
                estimate.used().listCount(),
                lcmcr.settings().seed());
        page.section("report.prior", "");
        page.paragraph(
                "",
                messages.text(
                        "report.prior.text",
                        String.format(locale, "%.2f", implied.quantile(.5)),
                        String.format(locale, "%.2f", implied.quantile(.025)),
                        String.format(locale, "%.2f", implied.quantile(.975))));
        page.end();
    }

    private void again() {
        page.section("report.again", "");
        page.markup("<dl class=\"kv\">");
        page.definition("sha256", estimate.table().sha256());
        page.definition("seed", String.valueOf(estimate.settings().seed()));
        page.definition("version", Version.current());
        for (MethodResult result : estimate.methods()) {
            page.definition(result.method().code(), result.settings().toString());
        }
        page.markup("</dl>\n");
        page.end();
    }

    private String printed(double value, double error) {
        return whole(Figures.printed(value, error));
    }

    private String whole(double value) {
        return Double.isInfinite(value) ? "∞" : String.format(locale, "%,d", Math.round(value));
    }
}
