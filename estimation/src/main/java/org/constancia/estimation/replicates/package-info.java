/// Combining estimates over imputations and linkage draws. Depends on the JDK and Commons Statistics only.
@NullMarked
package org.constancia.estimation.replicates;

import org.jspecify.annotations.NullMarked;
