package org.constancia.linkage.record;

/// What a column says about a person.
public enum ColumnRole {
    /// The record's own identifier; never evidence.
    ID,
    /// The list the record came from.
    LIST,
    GIVEN_NAME,
    SECOND_GIVEN_NAME,
    SURNAME,
    SECOND_SURNAME,
    /// Given names and surnames in one cell; used when they have no columns of their own.
    FULL_NAME,
    SEX,
    BIRTH_DATE,
    EVENT_DATE,
    /// A code with hierarchy: of five digits, the first two are the department and `dd000` is the department
    /// only.
    PLACE_CODE,
    /// An identity document; two people do not share one.
    DOCUMENT,
    EMAIL,
    /// A word out of few: kind of event, state, occupation.
    CATEGORY,
    /// Free words: town, address, occupation.
    TEXT,
    /// A short code or number: postcode, house number, telephone.
    CODE,
    /// No evidence, kept as it is.
    IGNORED
}
