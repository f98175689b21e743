package org.constancia.text.extract;

/// How the source puts a fact forward.
public enum Modality {
    /// Stated as having happened.
    ASSERTED,
    /// Somebody is said to have done it: "allegedly", "blamed on", "presuntamente", or only in the mouth of a speaker.
    ALLEGED,
    /// Said not to have happened.
    DENIED,
    /// Possible, conditional, feared or asked for.
    HYPOTHETICAL,
    /// Announced for later.
    FUTURE
}
