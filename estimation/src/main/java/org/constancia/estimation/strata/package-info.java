/// Many tables at once: strata in parallel, their total from draws, and how far strata may borrow from each
/// other. Depends on `org.constancia.estimation`.
@NullMarked
package org.constancia.estimation.strata;

import org.jspecify.annotations.NullMarked;
