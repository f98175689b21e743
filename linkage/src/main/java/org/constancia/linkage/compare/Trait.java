package org.constancia.linkage.compare;

/// What of a person a comparison is about. Fields of one trait agree or differ together: the sex follows the
/// given name, the kind of event its day.
public enum Trait {
    GIVEN_NAME,
    SURNAME,
    BIRTH,
    EVENT,
    PLACE,
    DOCUMENT,
    CONTACT,
    OTHER
}
