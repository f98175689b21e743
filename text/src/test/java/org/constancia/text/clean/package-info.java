@NullMarked
package org.constancia.text.clean;

import org.jspecify.annotations.NullMarked;
