package org.constancia.estimation.loglinear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.constancia.estimation.capture.CaptureTable;

/// Whether a log-linear model has a finite estimate on a table, and whether that estimate fixes the unseen cell.
///
/// An interaction that nobody shows has its effect at minus infinity: it and the cells that contain it are taken out
/// (the extended estimate of Fienberg and Rinaldo, "Maximum likelihood estimation in log-linear models", Annals of
/// Statistics 40, 2012). Of what remains, the estimate is finite exactly when no direction of the parameters
/// leaves all
/// occupied cells alone, raises no empty one and lowers some; this is the dual of the linear programme of L. Chan,
/// B. Silverman and K. Vincent, "Multiple systems estimation for sparse capture data", JASA 116, 2021. The unseen
/// cell
/// is
/// fixed when the remaining design has full rank. Both are decided in whole numbers, without rounding.
///
/// @param finite whether the (extended) maximum likelihood estimate is finite
/// @param identified whether the remaining parameters, the constant among them, are determined
public record ExistenceCheck(boolean finite, boolean identified) {
    /// Checks one model on one table.
    public static ExistenceCheck of(CaptureTable table, HierarchicalModel model) {
        ExtendedDesign design = ExtendedDesign.of(table, model);
        List<int[]> occupied = new ArrayList<>();
        List<int[]> empty = new ArrayList<>();
        for (int cell = 1; cell < design.used().length; cell++) {
            if (design.used()[cell]) (design.counts()[cell] > 0 ? occupied : empty).add(row(cell, design.terms()));
        }
        int width = design.terms().length + 1;
        ExactMatrix ofOccupied = ExactMatrix.of(occupied, width);
        if (ofOccupied.rank() == width) return new ExistenceCheck(true, true);
        List<BigInteger[]> directions = ofOccupied.nullSpace();
        List<BigInteger[]> effects = new ArrayList<>();
        for (int[] cell : empty) {
            effects.add(directions.stream()
                    .map(direction -> product(cell, direction))
                    .toArray(BigInteger[]::new));
        }
        List<int[]> all = new ArrayList<>(occupied);
        all.addAll(empty);
        return new ExistenceCheck(
                !ConeDirection.exists(effects), ExactMatrix.of(all, width).rank() == width);
    }

    /// The customary code: 0 passes, 1 the estimate is not finite, 2 it is not identified, 3 both.
    public int code() {
        return (finite ? 0 : 1) + (identified ? 0 : 2);
    }

    public boolean passes() {
        return finite && identified;
    }

    private static int[] row(int cell, int[] terms) {
        int[] row = new int[terms.length + 1];
        row[0] = 1;
        for (int i = 0; i < terms.length; i++) row[i + 1] = (cell & terms[i]) == terms[i] ? 1 : 0;
        return row;
    }

    private static BigInteger product(int[] row, BigInteger[] vector) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < row.length; i++) if (row[i] == 1) sum = sum.add(vector[i]);
        return sum;
    }

    @Override
    public String toString() {
        return "code " + code() + Arrays.asList(finite ? "" : " not finite", identified ? "" : " not identified");
    }
}
