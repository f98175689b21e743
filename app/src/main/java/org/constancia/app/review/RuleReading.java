package org.constancia.app.review;

import java.util.Comparator;
import java.util.function.Supplier;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.inbox.InboxPage.State;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.rule.ExamplesPage;
import org.constancia.app.web.rule.Rules;
import org.constancia.app.web.rule.RulesPage;
import org.constancia.app.web.rule.RulesPage.Bin;
import org.constancia.app.web.rule.RulesPage.Rule;
import org.constancia.app.web.rule.Share;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.store.candidate.RuleRows;
import org.constancia.store.candidate.RuleRows.ExampleRow;
import org.constancia.store.candidate.RuleRows.RuleRow;
import org.constancia.store.candidate.RuleRows.ScoreRow;
import org.constancia.store.record.Records;
import org.constancia.store.record.Session;
import org.jspecify.annotations.Nullable;

/// Reads from the decisions of reviewers how well each rule does.
public final class RuleReading implements Rules {
    private static final int EXAMPLES = 100;

    /// The rule of which we can be surest that it is weak first: the one whose precision is at best the lowest. Rules
    /// of which nothing was decided last.
    private static final Comparator<Rule> WEAK_FIRST = Comparator.comparing((Rule rule) -> rule.decided() == 0)
            .thenComparing(rule -> rule.right().high())
            .thenComparing(rule -> -rule.rejected())
            .thenComparing(Rule::id);

    private final Records records;
    private final Supplier<Session> session;

    public RuleReading(Records records, Supplier<Session> session) {
        this.records = records;
        this.session = session;
    }

    @Override
    public RulesPage rules(@Nullable String language, InboxPage.@Nullable Kind kind) {
        @Nullable String stored = kind == null ? null : Cards.stored(kind);
        return records.read(
                session.get(),
                jdbc -> new RulesPage(
                        language,
                        kind,
                        RuleRows.list(jdbc, language, stored).stream()
                                .map(RuleReading::rule)
                                .sorted(WEAK_FIRST)
                                .toList(),
                        RuleRows.listByScore(jdbc, language, stored).stream()
                                .map(RuleReading::bin)
                                .toList()));
    }

    @Override
    public ExamplesPage examples(String rule, @Nullable String language, InboxPage.@Nullable Kind kind) {
        @Nullable String stored = kind == null ? null : Cards.stored(kind);
        return records.read(
                session.get(),
                jdbc -> new ExamplesPage(
                        RuleRows.list(jdbc, language, stored).stream()
                                .filter(row -> row.rule().equals(rule))
                                .findFirst()
                                .map(RuleReading::rule)
                                .orElseThrow(() -> new ConstanciaException(
                                                Problem.RECORD_NOT_FOUND, "No proposal came from such a rule")
                                        .with("rule", rule)),
                        RuleRows.listExamples(jdbc, rule, language, stored, EXAMPLES).stream()
                                .map(RuleReading::example)
                                .toList()));
    }

    private static Rule rule(RuleRow row) {
        return new Rule(row.rule(), row.waiting(), row.accepted(), row.edited(), row.rejected());
    }

    private static Bin bin(ScoreRow row) {
        return new Bin(row.bin() / 10.0, (row.bin() + 1) / 10.0, row.score(), new Share(row.accepted(), row.decided()));
    }

    private static ExamplesPage.Example example(ExampleRow row) {
        State state = switch (row.status()) {
            case "accepted" -> State.ACCEPTED;
            case "rejected" -> State.REJECTED;
            default -> State.WAITING;
        };
        return new ExamplesPage.Example(
                new Link(row.text(), "/inbox?source=" + row.source() + "&current=" + row.id()),
                row.number(),
                Cards.kind(row.kind()),
                row.text(),
                state,
                row.edited(),
                row.reason() == null ? "" : row.reason(),
                row.score());
    }
}
