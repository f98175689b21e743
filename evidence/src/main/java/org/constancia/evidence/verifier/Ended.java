package org.constancia.evidence.verifier;

import org.constancia.evidence.verifier.Verification.Verdict;

/// Ends a check with the first reason and its place.
final class Ended extends Exception {
    private static final long serialVersionUID = 1L;
    private final Verdict verdict;
    private final String place;

    private Ended(Verdict verdict, String place, String reason) {
        super(reason);
        this.verdict = verdict;
        this.place = place;
    }

    static Ended invalid(String place, String reason) {
        return new Ended(Verdict.INVALID, place, reason);
    }

    static Ended cannotTell(String place, String reason) {
        return new Ended(Verdict.CANNOT_TELL, place, reason);
    }

    Verdict verdict() {
        return verdict;
    }

    String place() {
        return place;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
