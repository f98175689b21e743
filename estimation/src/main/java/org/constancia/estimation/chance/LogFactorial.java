package org.constancia.estimation.chance;

/// Logarithms of factorials: a table for small numbers, Stirling's series for the others (error below 1e-14).
final class LogFactorial {
    private static final double HALF_LOG_TWO_PI = 0.918938533204672741780329736406;
    private static final double[] TABLE = new double[1024];

    static {
        for (int i = 2; i < TABLE.length; i++) TABLE[i] = TABLE[i - 1] + Math.log(i);
    }

    private LogFactorial() {}

    static double of(double whole) {
        if (whole < TABLE.length) return TABLE[(int) whole];
        double inverse = 1 / (whole + 1);
        double square = inverse * inverse;
        double series = (1.0 / 12 - square * (1.0 / 360 - square / 1260)) * inverse;
        return HALF_LOG_TWO_PI + (whole + .5) * Math.log(whole + 1) - (whole + 1) + series;
    }
}
