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
/// @param said every statement about it, the preferred one first
public record ConflictPage(
        Link subject,
        String subjectId,
        Property property,
        List<Said> said,
        @Nullable Decision decision,
        List<Change> earlier,
        @Nullable String chosen,
        @Nullable String reason,
        boolean reasonMissing) {

    public ConflictPage {
        said = List.copyOf(said);
        earlier = List.copyOf(earlier);
    }
}
