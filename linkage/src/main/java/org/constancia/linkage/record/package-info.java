/// Records in columns: distinct values kept once, cells as their numbers, names, dates and places
/// standardised for comparison with the raw text beside. May depend on `linkage.name`. No input or output.
@NullMarked
package org.constancia.linkage.record;

import org.jspecify.annotations.NullMarked;
