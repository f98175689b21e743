package org.constancia.estimation.graphs;

/// Gauss-Legendre nodes and weights of order eight on `[-1, 1]` (Abramowitz and Stegun, table 25.4).
final class Quadrature {
    /// Into how many pieces a block is cut, each with its own nodes.
    static final int PIECES = 4;

    static final double[] NODES = {
        -0.960289856497536,
        -0.796666477413627,
        -0.525532409916329,
        -0.183434642495650,
        0.183434642495650,
        0.525532409916329,
        0.796666477413627,
        0.960289856497536
    };
    static final double[] WEIGHTS = {
        0.101228536290376, 0.222381034453374, 0.313706645877887, 0.362683783378362,
        0.362683783378362, 0.313706645877887, 0.222381034453374, 0.101228536290376
    };

    private Quadrature() {}
}
