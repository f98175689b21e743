package org.constancia.estimation.verdict;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Why a verdict is not simply "estimable": a stable code and the facts that its sentence needs.
///
/// @param code what kind of reason
/// @param facts numbers and names in the order of the sentence
public record Reason(Code code, List<Object> facts) {
    private static final String SENTENCES = "org.constancia.estimation.verdict.reasons";

    public Reason {
        facts = List.copyOf(facts);
    }

    public static Reason of(Code code, Object... facts) {
        return new Reason(code, List.of(facts));
    }

    /// The kinds of reasons. Refusals forbid a number; warnings stand beside it.
    public enum Code {
        TOO_FEW_LISTS(true),
        LISTS_NOT_CONNECTED(true),
        NO_FINITE_ESTIMATE(true),
        NOT_DETERMINED(true),
        CHAINS_DISAGREE(true),
        SEVERAL_MODES(true),
        CAP_REACHED(true),
        SATURATED_GRAPH(true),
        NO_VALID_MODEL(true),
        GRAPH_TAIL(true),
        INTERVAL_UNBOUNDED(true),
        CAP_TOUCHED(false),
        PAIRS_NOT_ESTIMABLE(false),
        EMPTY_OVERLAPS(false),
        THIN_OVERLAPS(false),
        THIN_LISTS(false),
        LISTS_WITHOUT_CAPTURES(false),
        MODELS_DISAGREE(false),
        SOME_MODES_RARE(false),
        CLASSES_SHIFT(false),
        ALL_CLASSES_OCCUPIED(false),
        FEW_EFFECTIVE_DRAWS(false),
        POOR_FIT(false),
        MODELS_REFUSED(false),
        METHOD_NOT_RUN(false),
        ROWS_LEFT_OUT(false),
        ALL_ZERO_ROW_LEFT_OUT(false),
        PATTERNS_ADDED_UP(false),
        STRATA_NOT_ESTIMABLE(false),
        FEW_REPLICATES(false),
        RULES_DISAGREE(false);

        private final boolean refusal;

        Code(boolean refusal) {
            this.refusal = refusal;
        }

        /// The word used in files: `too_few_lists`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isRefusal() {
        return code.refusal;
    }

    /// The reason as a sentence, in Spanish for a Spanish locale and in English otherwise.
    public String sentence(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                SENTENCES,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(code.word()), locale).format(facts.toArray());
    }
}
