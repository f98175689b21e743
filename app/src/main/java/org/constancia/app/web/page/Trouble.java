package org.constancia.app.web.page;

import java.util.List;
import org.constancia.evidence.log.Halt;

/// Why nothing can be recorded now, for the strip on every page.
///
/// @param halt what was found
/// @param details names and numbers that its words leave open
public record Trouble(Halt halt, List<String> details) {
    public Trouble {
        details = List.copyOf(details);
    }

    /// What was found.
    public String reason(Words words) {
        return words.say(Words.key(halt), details.toArray());
    }

    /// What a person can do about it.
    public String remedy(Words words) {
        return words.of(halt.remedy());
    }
}
