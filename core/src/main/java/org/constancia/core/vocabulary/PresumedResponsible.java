package org.constancia.core.vocabulary;

import java.util.List;

/// The tree of presumed responsible parties of CINEP's Banco de Datos (Colombia), as published by SIVeL 2 (ISC).
///
/// It has three roots: no information, the state pole and the insurgent pole. It places paramilitaries under the state
/// pole; other vocabularies do not, so a crosswalk keeps both codes.
public final class PresumedResponsible {
    public static final String NO_INFORMATION = "35";
    public static final String STATE_POLE = "39";
    public static final String INSURGENT_POLE = "40";

    private static final Vocabulary SHIPPED = new Vocabulary("presumed-responsible", read());

    private PresumedResponsible() {}

    /// The list that is shipped.
    public static Vocabulary shipped() {
        return SHIPPED;
    }

    private static List<Term> read() {
        return ShippedTable.read("cinep_presumed_responsible.csv").stream()
                .map(row -> new Term(
                        row.getOrDefault("id", ""),
                        row.getOrDefault("nombre", "").strip(),
                        row.getOrDefault("papa_id", "").isEmpty() ? null : row.get("papa_id"),
                        !row.getOrDefault("fechadeshabilitacion", "").isEmpty()))
                .toList();
    }
}
