package org.constancia.app.web.rule;

import org.constancia.app.web.inbox.InboxPage;
import org.jspecify.annotations.Nullable;

/// Knows what reviewers made of the proposals of each rule.
public interface Rules {
    /// @param language ISO 639-1; null for all
    RulesPage rules(@Nullable String language, InboxPage.@Nullable Kind kind);

    ExamplesPage examples(String rule, @Nullable String language, InboxPage.@Nullable Kind kind);
}
