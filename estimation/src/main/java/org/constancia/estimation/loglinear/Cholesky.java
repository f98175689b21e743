package org.constancia.estimation.loglinear;

/// Lower triangular factor of a symmetric positive definite matrix, in place, row by row.
final class Cholesky {
    private static final double SMALLEST_PIVOT = 1e-11;

    private Cholesky() {}

    /// Factors the leading `size` rows of `matrix` (lower triangle used); false when a pivot shows that the matrix is
    /// singular to working precision, relative to its own diagonal.
    static boolean factor(double[][] matrix, int size) {
        for (int i = 0; i < size; i++) {
            double[] row = matrix[i];
            double diagonal = row[i];
            for (int j = 0; j <= i; j++) {
                double[] other = matrix[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) sum -= row[k] * other[k];
                if (i != j) {
                    row[j] = sum / other[j];
                } else {
                    if (!(sum > SMALLEST_PIVOT * diagonal)) return false;
                    row[i] = Math.sqrt(sum);
                }
            }
        }
        return true;
    }

    /// Solves for one right side, in place.
    static void solve(double[][] factor, double[] right, int size) {
        for (int i = 0; i < size; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) sum -= factor[i][k] * right[k];
            right[i] = sum / factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < size; k++) sum -= factor[k][i] * right[k];
            right[i] = sum / factor[i][i];
        }
    }
}
