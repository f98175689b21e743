/// Studies of the estimation engine that take minutes: reference values, coverage, calibration, speed. Plain
/// programs;
/// their figures stand in `docs/methods/estimation.md`.
@NullMarked
package org.constancia.bench.estimation;

import org.jspecify.annotations.NullMarked;
