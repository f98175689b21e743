/// Bayesian latent-class capture-recapture: a Gibbs sampler with moves that let it travel between modes. Depends on
/// `org.constancia.estimation.capture`, `org.constancia.estimation.chance` and
/// `org.constancia.estimation.diagnostic`.
@NullMarked
package org.constancia.estimation.lcmcr;

import org.jspecify.annotations.NullMarked;
