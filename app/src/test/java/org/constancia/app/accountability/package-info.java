@NullMarked
package org.constancia.app.accountability;

import org.jspecify.annotations.NullMarked;
