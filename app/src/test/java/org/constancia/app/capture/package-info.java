@NullMarked
package org.constancia.app.capture;

import org.jspecify.annotations.NullMarked;
