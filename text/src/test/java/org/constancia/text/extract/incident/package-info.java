/// Tests of reading incidents, on invented reports.
@NullMarked
package org.constancia.text.extract.incident;

import org.jspecify.annotations.NullMarked;
