/// Multiple systems estimation: how many victims no list has. May depend on `org.constancia.core` only.
@NullMarked
package org.constancia.estimation;

import org.jspecify.annotations.NullMarked;
