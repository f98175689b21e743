/// Measurements of extraction: speed, memory, and MUC-4 templates. Depends on `org.constancia.text`.
@NullMarked
package org.constancia.bench.text;

import org.jspecify.annotations.NullMarked;
