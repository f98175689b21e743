package org.constancia.text.clean.html;

import java.util.List;
import org.constancia.text.clean.Cleaned;

/// The cleaned text of a web page and where each piece of it comes from.
public record CleanedPage(Cleaned cleaned, List<Origin> origins) {
    public CleanedPage {
        origins = List.copyOf(origins);
    }

    /// The run `[start, end)` of the text stands in the element at `path`, `[sourceStart, sourceEnd)` of the decoded
    /// page.
    public record Origin(int start, int end, String path, int sourceStart, int sourceEnd) {}
}
