@NullMarked
package org.constancia.app.geography;

import org.jspecify.annotations.NullMarked;
