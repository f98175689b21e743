package org.constancia.estimation.loglinear;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// Decides by an exact linear programme whether some direction raises no cell and lowers one.
///
/// Given rows `m_i` of whole numbers it asks for a vector `d` with `m_i d >= 0` for all `i` and `m_i d > 0` for one:
/// maximise `sum m_i d` subject to `m_i d >= 0` and `sum m_i d <= 1`, with `d` split into two non-negative parts. The
/// origin is feasible, so the simplex method starts there; Bland's rule keeps it from cycling and fraction-free
/// pivots
/// keep it exact.
final class ConeDirection {
    private final BigInteger[][] tableau;
    private final int[] basis;
    private final int columns;
    private BigInteger denominator = BigInteger.ONE;

    private ConeDirection(List<BigInteger[]> rows) {
        int dimension = rows.get(0).length;
        int constraints = rows.size() + 1;
        columns = 2 * dimension + constraints;
        tableau = new BigInteger[constraints + 1][columns + 1];
        for (BigInteger[] row : tableau) Arrays.fill(row, BigInteger.ZERO);
        basis = new int[constraints];
        BigInteger[] total = new BigInteger[dimension];
        Arrays.fill(total, BigInteger.ZERO);
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < dimension; k++) {
                setBoth(i, k, rows.get(i)[k].negate(), dimension);
                total[k] = total[k].add(rows.get(i)[k]);
            }
        }
        for (int k = 0; k < dimension; k++) {
            setBoth(constraints - 1, k, total[k], dimension);
            setBoth(constraints, k, total[k].negate(), dimension);
        }
        tableau[constraints - 1][columns] = BigInteger.ONE;
        for (int i = 0; i < constraints; i++) {
            tableau[i][2 * dimension + i] = BigInteger.ONE;
            basis[i] = 2 * dimension + i;
        }
    }

    /// Whether such a direction exists.
    static boolean exists(List<BigInteger[]> rows) {
        if (rows.isEmpty() || rows.get(0).length == 0) return false;
        ConeDirection programme = new ConeDirection(rows);
        while (true) {
            if (programme.objective().signum() > 0) return true;
            int entering = programme.entering();
            if (entering < 0) return false;
            programme.pivot(programme.leaving(entering), entering);
        }
    }

    private void setBoth(int row, int k, BigInteger value, int dimension) {
        tableau[row][k] = value;
        tableau[row][dimension + k] = value.negate();
    }

    private BigInteger objective() {
        return tableau[basis.length][columns];
    }

    private int entering() {
        for (int j = 0; j < columns; j++) if (tableau[basis.length][j].signum() < 0) return j;
        return -1;
    }

    /// The row with the smallest ratio; the programme is bounded, so that there always is one.
    private int leaving(int entering) {
        int best = -1;
        for (int i = 0; i < basis.length; i++) {
            if (tableau[i][entering].signum() <= 0) continue;
            if (best < 0) {
                best = i;
                continue;
            }
            int order = tableau[i][columns]
                    .multiply(tableau[best][entering])
                    .compareTo(tableau[best][columns].multiply(tableau[i][entering]));
            if (order < 0 || (order == 0 && basis[i] < basis[best])) best = i;
        }
        return best;
    }

    private void pivot(int row, int column) {
        BigInteger pivot = tableau[row][column];
        for (int i = 0; i < tableau.length; i++) {
            if (i == row) continue;
            BigInteger factor = tableau[i][column];
            for (int j = 0; j <= columns; j++) {
                tableau[i][j] = pivot.multiply(tableau[i][j])
                        .subtract(factor.multiply(tableau[row][j]))
                        .divide(denominator);
            }
        }
        denominator = pivot;
        basis[row] = column;
    }
}
