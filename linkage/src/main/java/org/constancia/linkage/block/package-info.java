/// Candidate pairs: which records are compared at all. Rules as 64-bit sortable keys, a plan under a budget
/// of pairs, every pair once. May depend on `linkage.record`. No input or output.
@NullMarked
package org.constancia.linkage.block;

import org.jspecify.annotations.NullMarked;
