/// Closed-form lower bounds and point formulas that need no model search. Depends on
/// `org.constancia.estimation.capture`.
@NullMarked
package org.constancia.estimation.bounds;

import org.jspecify.annotations.NullMarked;
