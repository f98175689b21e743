package org.constancia.bench.people;

import java.time.LocalDate;

/// A fictional person and what happened to them.
record Person(
        int id,
        String given1,
        String given2,
        String surname1,
        String surname2,
        char sex,
        LocalDate birth,
        String document,
        Happening happening) {
    /// What happened, when and where.
    record Happening(LocalDate day, String type, int place) {}

    Person after(Happening other) {
        return new Person(id, given1, given2, surname1, surname2, sex, birth, document, other);
    }
}
