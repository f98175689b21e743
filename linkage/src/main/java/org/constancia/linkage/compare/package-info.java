/// Comparison of two records, field by field, in levels: the string kernels and what each kind of field calls
/// close. May depend on `linkage.name`, `linkage.record` and `core.place`. No input or output.
@NullMarked
package org.constancia.linkage.compare;

import org.jspecify.annotations.NullMarked;
