package org.constancia.text.extract.incident;

import java.util.ArrayList;
import java.util.List;
import org.constancia.text.extract.Span;

/// Somebody or something that a report names once or more: all mentions that mean the same.
final class Participant {
    /// @param sentence number of the sentence in the document
    record Mention(int sentence, Group group, Span span) {}

    private final String key;
    private final Kind kind;
    private final String side;
    private final List<Mention> mentions = new ArrayList<>();

    Participant(String key, Kind kind, String side) {
        this.key = key;
        this.kind = kind;
        this.side = side;
    }

    /// The words all mentions share, in lower case.
    String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    /// On which side an organisation is; empty for anything else.
    String side() {
        return side;
    }

    List<Mention> mentions() {
        return mentions;
    }

    void add(Mention mention) {
        mentions.add(mention);
    }
}
