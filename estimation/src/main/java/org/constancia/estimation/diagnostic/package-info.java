/// Whether simulated draws can be trusted, and to how many digits. Depends on the JDK and Commons Statistics only.
@NullMarked
package org.constancia.estimation.diagnostic;

import org.jspecify.annotations.NullMarked;
