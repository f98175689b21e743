package org.constancia.app.web.rule;

import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.page.Page;
import org.constancia.app.web.page.Templates;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The page that shows which rules of extraction are weak.
@Controller
public final class RulesController {
    private final Templates templates;
    private final Rules rules;

    public RulesController(Templates templates, Rules rules) {
        this.templates = templates;
        this.rules = rules;
    }

    @GetMapping("/rules")
    public View rules(
            Page page,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String kind) {
        return templates.show("rules", page, rules.rules(blankToNull(language), kind(kind)));
    }

    @GetMapping("/rules/examples")
    public View examples(
            Page page,
            @RequestParam String rule,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String kind) {
        return templates.show("rule-examples", page, rules.examples(rule, blankToNull(language), kind(kind)));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static InboxPage.@Nullable Kind kind(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        try {
            return InboxPage.Kind.valueOf(code);
        } catch (IllegalArgumentException unknown) {
            throw new ConstanciaException(Problem.USAGE, "There is no such kind of proposal", unknown)
                    .with("kind", code);
        }
    }
}
