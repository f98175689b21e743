package org.constancia.linkage.compare;

import org.constancia.linkage.record.DocumentNumber;
import org.constancia.linkage.record.RawColumn;

/// Whether two records state documents of one kind with numbers so different that no slip of the pen explains
/// it.
///
/// Three edits or more between numbers of six digits or more; shorter numbers, and documents of different
/// kinds, contradict nothing.
public final class DocumentConflict {
    private static final int EDITS = 3;
    private static final int SHORTEST = 6;

    private final RawColumn documents;

    public DocumentConflict(RawColumn documents) {
        this.documents = documents;
    }

    public boolean isBetween(int left, int right) {
        int one = documents.cell(left);
        int other = documents.cell(right);
        return one >= 0 && other >= 0 && one != other && conflict(documents.text(one), documents.text(other));
    }

    private static boolean conflict(String one, String other) {
        DocumentNumber left = DocumentNumber.parse(one);
        DocumentNumber right = DocumentNumber.parse(other);
        if (!left.isComparable(right)
                || left.number().length() < SHORTEST
                || right.number().length() < SHORTEST
                || Math.max(left.number().length(), right.number().length()) > EditDistance.MAX_LENGTH) {
            return false;
        }
        return new EditDistance()
                        .alignment(
                                left.number().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                                right.number().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                >= EDITS;
    }
}
