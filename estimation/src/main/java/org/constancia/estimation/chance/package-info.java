/// Random variates that the samplers need, drawn from a generator passed in. Depends on the JDK only.
@NullMarked
package org.constancia.estimation.chance;

import org.jspecify.annotations.NullMarked;
