package org.constancia.linkage.review;

/// A verdict of one reviewer on two records, by record number.
public record Label(int left, int right, Verdict verdict, String reviewer) {
    public Label {
        if (left == right) {
            throw new IllegalArgumentException("a record is not paired with itself");
        }
    }
}
