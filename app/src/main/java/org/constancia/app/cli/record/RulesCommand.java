package org.constancia.app.cli.record;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.constancia.app.cli.Constancia;
import org.constancia.app.cli.DatabaseOption;
import org.constancia.app.configure.Workplace;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.rule.RulesPage;
import org.constancia.app.web.rule.Share;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Says how well the rules of extraction do, by what reviewers decided.
@Command(
        name = "rules",
        description = "Shows what reviewers decided about the proposals of each rule, the weak rules first.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  constancia rules", "  constancia rules --kind figure --language es --json"})
public final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--language", paramLabel = "CODE", description = "Only sources in this language: es or en.")
    private @Nullable String language;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only proposals of this kind: ${COMPLETION-CANDIDATES}.")
    private InboxPage.@Nullable Kind kind;

    @Override
    public Integer call() {
        Path home = ((Constancia) spec.root().userObject()).home();
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try (Workplace workplace =
                Workplace.open(database.location(), home, false, Clock.systemDefaultZone(), err::println)) {
            RulesPage page = workplace.capabilities().rules().rules(language, kind);
            if (json) out.println(json(page));
            else print(page);
        }
        return 0;
    }

    private void print(RulesPage page) {
        var out = spec.commandLine().getOut();
        out.printf(
                "%-36s %8s %8s %8s %8s %8s  %s%n",
                "rule", "proposed", "as is", "edited", "rejected", "waiting", "precision");
        for (RulesPage.Rule rule : page.rules()) {
            out.printf(
                    "%-36s %8d %8d %8d %8d %8d  %s%n",
                    rule.id(),
                    rule.proposed(),
                    rule.accepted(),
                    rule.edited(),
                    rule.rejected(),
                    rule.waiting(),
                    rule.decided() == 0 ? "not decided" : text(rule.right()));
        }
        out.printf("%nscore      decided     mean  accepted%n");
        for (RulesPage.Bin bin : page.scores()) {
            out.print(String.format(
                    Locale.ROOT,
                    "%.1f to %.1f %7d    %.3f  %s%s%n",
                    bin.from(),
                    bin.to(),
                    bin.accepted().of(),
                    bin.score(),
                    text(bin.accepted()),
                    bin.isOff() ? "  outside the interval" : ""));
        }
    }

    private static String text(Share share) {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", share.value(), share.low(), share.high());
    }

    private static ObjectNode json(RulesPage page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode rules = json.putArray("rules");
        for (RulesPage.Rule rule : page.rules()) {
            ObjectNode object = rules.addObject()
                    .put("rule", rule.id())
                    .put("proposed", rule.proposed())
                    .put("accepted", rule.accepted())
                    .put("edited", rule.edited())
                    .put("rejected", rule.rejected())
                    .put("waiting", rule.waiting());
            if (rule.decided() > 0) put(object.putObject("precision"), rule.right());
            if (rule.decided() > 0) put(object.putObject("as_proposed"), rule.asProposed());
        }
        ArrayNode scores = json.putArray("scores");
        for (RulesPage.Bin bin : page.scores()) {
            ObjectNode object = scores.addObject()
                    .put("from", bin.from())
                    .put("to", bin.to())
                    .put("decided", bin.accepted().of())
                    .put("mean_score", bin.score());
            put(object.putObject("accepted"), bin.accepted());
        }
        json.put("calibration_error", page.calibrationError());
        return json;
    }

    private static void put(ObjectNode json, Share share) {
        json.put("share", share.value()).put("low", share.low()).put("high", share.high());
    }
}
