package org.constancia.text.extract;

/// How a number limits the quantity it speaks of.
public enum Bound {
    /// "29 people".
    EXACT,
    /// "at least 29", "más de 29": the quantity is this number or more.
    AT_LEAST,
    /// "up to 29", "hasta 29".
    AT_MOST,
    /// "about 29", "unas 29", "una veintena".
    ABOUT,
    /// "between 20 and 30": {@link Candidate.Figure#number()} to {@link Candidate.Figure#max()}.
    RANGE,
    /// "many", "varios": a quantity without a number.
    UNQUANTIFIED
}
