@NullMarked
package org.constancia.core.confine;

import org.jspecify.annotations.NullMarked;
