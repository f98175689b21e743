/// How good a result is against a truth: pairwise and B-cubed measures, intervals from a reviewed sample.
/// Depends on the JDK only.
@NullMarked
package org.constancia.linkage.evaluate;

import org.jspecify.annotations.NullMarked;
