package org.constancia.estimation.loglinear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Elimination without rounding: a matrix of whole numbers kept whole by fraction-free (Bareiss) pivoting.
final class ExactMatrix {
    private final BigInteger[][] rows;
    private final int width;
    private final List<Integer> pivotColumns = new ArrayList<>();

    private ExactMatrix(BigInteger[][] rows, int width) {
        this.rows = rows;
        this.width = width;
        reduce();
    }

    /// The reduced form of a matrix.
    static ExactMatrix of(List<int[]> rows, int width) {
        BigInteger[][] copy = new BigInteger[rows.size()][width];
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < width; j++) copy[i][j] = BigInteger.valueOf(rows.get(i)[j]);
        }
        return new ExactMatrix(copy, width);
    }

    int rank() {
        return pivotColumns.size();
    }

    /// A basis of the vectors that the matrix maps to zero, in whole numbers.
    List<BigInteger[]> nullSpace() {
        List<BigInteger[]> basis = new ArrayList<>();
        BigInteger pivot = rank() == 0 ? BigInteger.ONE : rows[0][pivotColumns.get(0)];
        for (int free = 0; free < width; free++) {
            if (pivotColumns.contains(free)) continue;
            BigInteger[] vector = new BigInteger[width];
            java.util.Arrays.fill(vector, BigInteger.ZERO);
            vector[free] = pivot;
            for (int i = 0; i < rank(); i++) vector[pivotColumns.get(i)] = rows[i][free].negate();
            basis.add(vector);
        }
        return basis;
    }

    /// Gauss-Jordan with a common pivot: afterwards every pivot entry is the same number and stands alone in its
    /// column.
    private void reduce() {
        BigInteger previous = BigInteger.ONE;
        for (int column = 0; column < width && rank() < rows.length; column++) {
            int top = rank();
            int found = top;
            while (found < rows.length && rows[found][column].signum() == 0) found++;
            if (found == rows.length) continue;
            BigInteger[] pivotRow = rows[found];
            rows[found] = rows[top];
            rows[top] = pivotRow;
            BigInteger pivot = pivotRow[column];
            for (int i = 0; i < rows.length; i++) {
                if (i == top) continue;
                BigInteger factor = rows[i][column];
                for (int j = 0; j < width; j++) {
                    rows[i][j] = pivot.multiply(rows[i][j])
                            .subtract(factor.multiply(pivotRow[j]))
                            .divide(previous);
                }
            }
            previous = pivot;
            pivotColumns.add(column);
        }
    }
}
