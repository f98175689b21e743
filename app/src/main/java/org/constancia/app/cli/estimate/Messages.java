package org.constancia.app.cli.estimate;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.constancia.estimation.verdict.ModelFigure;

/// The words of the command in one language.
record Messages(Locale locale, ResourceBundle bundle) {
    static Messages in(Locale locale) {
        return new Messages(
                locale,
                ResourceBundle.getBundle(
                        "org.constancia.app.cli.estimate.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String text(String key, Object... facts) {
        return new MessageFormat(bundle.getString(key), locale).format(facts);
    }

    /// Which member of its family a figure belongs to: names of models as they are, the rest in words.
    String detail(ModelFigure figure) {
        if (!figure.model().equals("loglinear_average")) return figure.detail();
        return text("models", figure.detail().substring(0, figure.detail().indexOf(' ')));
    }
}
