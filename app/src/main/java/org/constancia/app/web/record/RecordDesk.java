package org.constancia.app.web.record;

import java.util.List;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;

/// Where a person changes the record by hand. Every change names its reason or its passage.
public interface RecordDesk {

    /// Prefers one statement about a property, or keeps all.
    ///
    /// @param statementId absent keeps all
    /// @param reason not blank
    void resolve(String subjectId, Property property, @Nullable String statementId, String reason);

    /// @return how many acts were written
    int writeActs(
            String eventId, String passageId, Basis basis, List<String> perpetratorIds, List<ActGridPage.Row> rows);

    void setPublic(String eventId, boolean isPublic);
}
