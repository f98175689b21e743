package org.constancia.text.extract.figure;

/// A figure in words of the text: quantity, unit `[unitFirst, unitLast)`, condition word.
///
/// @param unitFirst first word of the unit, equal to unitLast when it is left out
/// @param condition index of the word that says what happened to them, -1 without
/// @param subset whether it counts part of another figure
public record FigureFrame(Quantity quantity, int unitFirst, int unitLast, int condition, boolean subset, String rule) {
    public boolean hasUnit() {
        return unitLast > unitFirst;
    }

    public int last() {
        return Math.max(quantity.last(), unitLast);
    }
}
