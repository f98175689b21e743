@NullMarked
package org.constancia.text.duplicate;

import org.jspecify.annotations.NullMarked;
