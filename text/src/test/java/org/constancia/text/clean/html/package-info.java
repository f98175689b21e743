@NullMarked
package org.constancia.text.clean.html;

import org.jspecify.annotations.NullMarked;
