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

    /// Decides that the sources of the family carry one story and count as one.
    void confirmFamily(String id);

    /// Decides that a source does not carry the story of its family; it counts on its own.
    void separate(String id);

    /// Takes back a separation.
    void putBack(String id);

    /// Preserves a source and proposes what it says.
    ///
    /// @return the id of the source
    String bring(NewSource source);
}
