package org.constancia.evidence.log;

/// Two parts of the record that should say the same and do not.
///
/// @param place the file below the log's or the store's directory, or the entry, blob or row
/// @param what what does not agree
public record Disagreement(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
