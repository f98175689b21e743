package org.constancia.app.web.rule;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.constancia.app.web.inbox.InboxPage;
import org.jspecify.annotations.Nullable;

/// The rules of extraction and what reviewers made of their proposals, the weak ones first.
///
/// @param language ISO 639-1 to which it is narrowed; null for all
/// @param kind to which it is narrowed; null for all
/// @param scores how often proposals are accepted, by tenths of the score they came with
public record RulesPage(@Nullable String language, InboxPage.@Nullable Kind kind, List<Rule> rules, List<Bin> scores) {

    public RulesPage {
        rules = List.copyOf(rules);
        scores = List.copyOf(scores);
    }

    /// A rule, counted over every proposal for which it fired.
    ///
    /// @param accepted as it was proposed
    /// @param edited accepted after a correction
    public record Rule(String id, long waiting, long accepted, long edited, long rejected) {
        public long proposed() {
            return waiting + decided();
        }

        public long decided() {
            return accepted + edited + rejected;
        }

        /// Of what was decided, how much was accepted, corrected or not.
        public Share right() {
            return new Share(accepted + edited, decided());
        }

        /// Of what was decided, how much was accepted as it was proposed.
        public Share asProposed() {
            return new Share(accepted, decided());
        }
    }

    /// The decided proposals of a tenth of the scores.
    ///
    /// @param score the mean of their scores; well calibrated, it is the share that was accepted
    public record Bin(double from, double to, double score, Share accepted) {
        /// Whether the score lies outside what the decisions allow.
        public boolean isOff() {
            return score < accepted.low() || score > accepted.high();
        }
    }

    public long decided() {
        return scores.stream().mapToLong(bin -> bin.accepted().of()).sum();
    }

    /// How far the score is from the share accepted, on average over the decisions (expected calibration error).
    public double calibrationError() {
        double error = 0;
        for (Bin bin : scores)
            error += bin.accepted().of() * Math.abs(bin.score() - bin.accepted().value());
        return decided() == 0 ? 0 : error / decided();
    }

    /// The address of the examples of a rule, narrowed as this page is.
    public String examples(Rule rule) {
        StringBuilder href =
                new StringBuilder("/rules/examples?rule=").append(URLEncoder.encode(rule.id(), StandardCharsets.UTF_8));
        if (language != null) href.append("&language=").append(language);
        if (kind != null) href.append("&kind=").append(kind);
        return href.toString();
    }
}
