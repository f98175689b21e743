@NullMarked
package org.constancia.core.count;

import org.jspecify.annotations.NullMarked;
