package org.constancia.app.web.rule;

import java.util.List;
import org.constancia.app.web.inbox.InboxPage;
import org.constancia.app.web.page.Link;

/// Proposals for which a rule fired, the rejected first.
public record ExamplesPage(RulesPage.Rule rule, List<Example> examples) {

    public ExamplesPage {
        examples = List.copyOf(examples);
    }

    /// @param reason why it was rejected; empty when nobody said
    public record Example(
            Link card,
            long source,
            InboxPage.Kind kind,
            String text,
            InboxPage.State state,
            boolean edited,
            String reason,
            double score) {}
}
