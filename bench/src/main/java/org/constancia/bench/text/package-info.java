/// The development report of reading: article extraction, near-duplicates, speed. Data come from folders given by
/// argument; nothing of them is shipped. May depend on `org.constancia.text`.
@NullMarked
package org.constancia.bench.text;

import org.jspecify.annotations.NullMarked;
