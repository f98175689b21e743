/// Poisson log-linear models of the capture table: fitting, whether an estimate exists at all, search over
/// models, and
/// intervals that know a model was chosen. Depends on `org.constancia.estimation.capture`.
@NullMarked
package org.constancia.estimation.loglinear;

import org.jspecify.annotations.NullMarked;
