package org.constancia.app.cli.estimate;

import java.util.Locale;
import org.constancia.estimation.Estimate;
import org.constancia.estimation.capture.CaptureTable;
import org.constancia.estimation.capture.OverlapMatrix;
import org.constancia.estimation.lcmcr.ImpliedExpansion;
import org.constancia.estimation.lcmcr.LcmcrPosterior;
import org.constancia.estimation.verdict.Figures;
import org.constancia.estimation.verdict.MethodResult;
import org.constancia.estimation.verdict.ModelFigure;
import org.constancia.estimation.verdict.Reason;

/// An estimate as text for a terminal: the verdict, the reasons, the interval, only then the middle value.
final class EstimateText {
    private final Estimate estimate;
    private final boolean allowUnidentified;
    private final Locale locale;
    private final Messages messages;
    private final StringBuilder out = new StringBuilder();

    EstimateText(Estimate estimate, boolean allowUnidentified, Locale locale) {
        this.estimate = estimate;
        this.allowUnidentified = allowUnidentified;
        this.locale = locale;
        this.messages = Messages.in(locale);
    }

    String text() {
        line(messages.text(
                "verdict", messages.text("verdict." + estimate.verdict().code())));
        for (Reason reason : estimate.reasons()) {
            line((reason.isRefusal() ? "  x " : "  ! ") + reason.sentence(locale));
        }
        line("");
        line(messages.text(
                "observed", estimate.table().listCount(), whole(estimate.table().observed())));
        if (estimate.isEstimable()) {
            headline();
        } else {
            line(messages.text(
                    "nonumber", whole(estimate.table().observed()), whole(Math.floor(estimate.lowerBound()))));
        }
        if (estimate.isEstimable() || allowUnidentified) {
            if (!estimate.isEstimable()) line(messages.text("forstudy"));
            spread();
        }
        overlaps();
        line(messages.text(
                "again",
                estimate.table().sha256(),
                String.valueOf(estimate.settings().seed()),
                Version.current()));
        return out.toString();
    }

    private void headline() {
        MethodResult headline = estimate.findHeadline().orElseThrow();
        Figures figures = estimate.findFigures().orElseThrow();
        line(messages.text(
                "interval",
                printed(figures.lower(), figures.errorOfLower()),
                printed(figures.upper(), figures.errorOfUpper()),
                messages.text("method." + headline.method().code())));
        line(messages.text("middle", printed(figures.median(), figures.errorOfMedian())));
        if (figures.isSimulated()) line(MonteCarloErrors.sentence(figures, messages, locale));
        line(messages.text("assumes", Assumptions.sentence(headline.method(), locale)));
        LcmcrPosterior lcmcr = estimate.lcmcr();
        if (lcmcr != null) line(prior(lcmcr));
    }

    private String prior(LcmcrPosterior lcmcr) {
        ImpliedExpansion implied = new ImpliedExpansion(
                lcmcr.settings().prior(),
                estimate.used().listCount(),
                lcmcr.settings().seed());
        return messages.text(
                "report.prior.text",
                String.format(locale, "%.2f", implied.quantile(.5)),
                String.format(locale, "%.2f", implied.quantile(.025)),
                String.format(locale, "%.2f", implied.quantile(.975)));
    }

    private void spread() {
        line("");
        line(messages.text("spread"));
        line("  %-38s %-26s %12s  %s"
                .formatted(messages.text("col.model"), "", messages.text("col.N"), messages.text("col.interval")));
        for (ModelFigure figure : estimate.spread()) {
            String interval =
                    figure.hasInterval() ? whole(figure.printedLower()) + " - " + whole(figure.printedUpper()) : "";
            line("  %-38s %-26s %12s  %s"
                    .formatted(
                            messages.text("model." + figure.model()),
                            messages.detail(figure),
                            whole(figure.printedTotal()),
                            interval));
        }
        line("");
    }

    private void overlaps() {
        CaptureTable table = estimate.table();
        OverlapMatrix matrix = new OverlapMatrix(table);
        line(messages.text("overlaps"));
        for (int i = 0; i < table.listCount(); i++) {
            StringBuilder row = new StringBuilder(
                    "  %-20s".formatted(shortened(table.lists().get(i))));
            for (int j = 0; j <= i; j++) {
                long shared = matrix.shared(i, j);
                row.append("%12s".formatted(whole(shared) + (shared < OverlapMatrix.THIN ? "*" : "")));
            }
            line(row.toString());
        }
        line("");
    }

    private String printed(double value, double error) {
        return whole(Figures.printed(value, error));
    }

    private String whole(double value) {
        if (Double.isInfinite(value)) return "∞";
        return String.format(locale, "%,d", Math.round(value));
    }

    private static String shortened(String name) {
        return name.length() <= 20 ? name : name.substring(0, 19) + "…";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
