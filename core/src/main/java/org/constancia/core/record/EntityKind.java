package org.constancia.core.record;

import java.util.Locale;

/// The kinds of thing the record speaks of, after the HURIDOCS Events Standard Formats.
public enum EntityKind {
    /// A preserved item as a publication: its title, outlet and date.
    SOURCE,
    EVENT,
    PLACE,
    PERSON,
    /// A collective victim, an organisation, an institution, a unit or an armed group.
    GROUP,
    /// What was done to whom.
    ACT,
    /// By whom an act was done, as alleged.
    INVOLVEMENT,
    /// A quantity somebody claimed.
    FIGURE,
    /// What somebody said.
    DECLARATION,
    COMMITMENT,
    DEMAND,
    PROCEEDING,
    /// A dated step of a proceeding.
    STEP,
    OUTCOME,
    /// A displacement or migration.
    MOVEMENT,
    /// A post that a person held.
    POSITION;

    /// The name in addresses and identifiers: `event`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EntityKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
