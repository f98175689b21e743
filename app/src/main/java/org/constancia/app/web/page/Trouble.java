package org.constancia.app.web.page;

import java.util.List;

/// Why nothing can be recorded now, for the strip on every page.
///
/// @param found the key of the words for what was found
/// @param details names and numbers that those words leave open
/// @param remedy the key of the words for what a person can do about it
public record Trouble(String found, List<String> details, String remedy) {
    public Trouble {
        details = List.copyOf(details);
    }

    /// What was found.
    public String found(Words words) {
        return words.say(found, details.toArray());
    }

    /// What a person can do about it.
    public String remedy(Words words) {
        return words.say(remedy);
    }
}
