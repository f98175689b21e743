@NullMarked
package org.constancia.text.document;

import org.jspecify.annotations.NullMarked;
