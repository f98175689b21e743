@NullMarked
package org.constancia.app.today;

import org.jspecify.annotations.NullMarked;
