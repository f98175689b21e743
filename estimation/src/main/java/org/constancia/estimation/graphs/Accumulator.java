package org.constancia.estimation.graphs;

import java.util.Arrays;

/// Masses on increasing points, growing as ranges are added.
final class Accumulator {
    private double[] points = new double[4096];
    private double[] widths = new double[4096];
    private double[] masses = new double[4096];
    private int size;

    /// Adds a point that stands for `width` integers and carries `mass`.
    void append(double point, double width, double mass) {
        if (size == points.length) {
            points = Arrays.copyOf(points, 2 * size);
            widths = Arrays.copyOf(widths, 2 * size);
            masses = Arrays.copyOf(masses, 2 * size);
        }
        points[size] = point;
        widths[size] = width;
        masses[size++] = mass;
    }

    /// Multiplies every mass.
    void scale(double factor) {
        for (int i = 0; i < size; i++) masses[i] *= factor;
    }

    double total() {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += masses[i];
        return sum;
    }

    double[] points() {
        return Arrays.copyOf(points, size);
    }

    double[] widths() {
        return Arrays.copyOf(widths, size);
    }

    double[] masses() {
        return Arrays.copyOf(masses, size);
    }
}
