/// Bayesian model averaging over decomposable graphs of dependence between lists. Depends on
/// `org.constancia.estimation.capture`.
@NullMarked
package org.constancia.estimation.graphs;

import org.jspecify.annotations.NullMarked;
