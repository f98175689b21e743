package org.constancia.app.web.source;

import java.io.InputStream;
import org.constancia.app.web.record.EventsPage;

/// The preserved sources.
public interface Sources {
    SourcePage getSource(String id);

    /// Newest first.
    ///
    /// @param page from 1
    EventsPage list(int page);

    /// The bytes exactly as they were brought in; the caller closes the stream.
    InputStream openOriginal(String id);

    /// Preserves a source and proposes what it says.
    ///
    /// @return the id of the source
    String bring(NewSource source);
}
