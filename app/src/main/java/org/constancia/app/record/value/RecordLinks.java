package org.constancia.app.record.value;

import java.util.UUID;
import org.constancia.app.web.page.Link;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.jspecify.annotations.Nullable;

/// The names and addresses of the pages of the record.
public final class RecordLinks {
    /// What the field calls a person whose name nobody gives, in both languages.
    public static final String NO_NAME = "N.N.";

    private RecordLinks() {}

    /// What people call an event: `E-417`.
    public static String reference(long number) {
        return "E-" + number;
    }

    public static Link event(UUID id, @Nullable String title, long number) {
        return new Link(title == null || title.isBlank() ? reference(number) : title, "/events/" + id);
    }

    /// @param kind `person` or `group`
    public static Link party(String kind, UUID id, @Nullable String name) {
        return new Link(name == null || name.isBlank() ? NO_NAME : name, address(kind, id));
    }

    /// @param kind `person` or `group`
    /// @return null when nobody is named
    public static @Nullable String href(@Nullable String kind, @Nullable UUID id) {
        return kind == null || id == null ? null : address(kind, id);
    }

    private static String address(String kind, UUID id) {
        return (kind.equals(EntityKind.GROUP.code()) ? "/groups/" : "/persons/") + id;
    }

    public static Link source(UUID id, String title) {
        return new Link(title, "/sources/" + id);
    }

    /// An act, on the page of its event.
    public static Link act(@Nullable UUID event, UUID act, @Nullable String victim) {
        String text = victim == null || victim.isBlank() ? NO_NAME : victim;
        return new Link(text, event == null ? "/history/" + act : "/events/" + event + "#act-" + act);
    }

    /// The page of a thing that has one, otherwise its history.
    public static Link thing(EntityId id, @Nullable String name) {
        String text = name == null || name.isBlank() ? NO_NAME : name;
        return switch (id.kind()) {
            case EVENT -> new Link(text, "/events/" + id.value());
            case PERSON, GROUP -> party(id.kind().code(), id.value(), name);
            case SOURCE -> source(id.value(), text);
            case PLACE,
                    ACT,
                    INVOLVEMENT,
                    FIGURE,
                    DECLARATION,
                    COMMITMENT,
                    DEMAND,
                    PROCEEDING,
                    STEP,
                    OUTCOME,
                    MOVEMENT,
                    POSITION -> new Link(text, "/history/" + id.value());
        };
    }
}
