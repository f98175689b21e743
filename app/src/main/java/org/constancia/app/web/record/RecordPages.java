package org.constancia.app.web.record;

import org.constancia.core.record.Property;
import org.jspecify.annotations.Nullable;

/// Reads the record. `get..` throws `RECORD_NOT_FOUND` for an unknown id. Pages count from 1.
public interface RecordPages {
    EventsPage listEvents(int page);

    EventsPage listPersons(int page);

    EventPage getEvent(String id);

    /// All acts of an event, not only the first.
    EventPage getEventWithAllActs(String id);

    PersonPage getPerson(String id);

    PersonPage getGroup(String id);

    /// Contradictions nobody has decided.
    EventsPage listConflicts(int page);

    ConflictPage getConflict(String subjectId, Property property);

    HistoryPage getHistory(String subjectId, int page);

    ActGridPage getActGrid(String eventId, @Nullable String passage);
}
