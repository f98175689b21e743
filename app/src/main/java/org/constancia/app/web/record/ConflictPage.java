package org.constancia.app.web.record;

import java.util.List;
import org.constancia.app.web.page.Change;
import org.constancia.app.web.page.Decision;
import org.constancia.app.web.page.Link;
import org.constancia.app.web.page.Said;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;

/// Statements that give one property different values, and what a person decides about them.
///
/// @param chosen the statement that a form chose and that waits for its reason; otherwise absent
/// @param said every statement about it, the preferred one first
public record ConflictPage(
        Link subject,
        String subjectId,
        Property property,
        List<Said> said,
        @Nullable Decision decision,
        List<Change> earlier,
        @Nullable String chosen,
        boolean reasonMissing) {

    public ConflictPage {
        said = List.copyOf(said);
        earlier = List.copyOf(earlier);
    }

    /// The page again, because a resolution was sent without its reason.
    ConflictPage withoutReason(String statement) {
        return new ConflictPage(subject, subjectId, property, said, decision, earlier, statement, true);
    }
}
