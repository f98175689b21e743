/// What people decide about pairs: verdicts, agreement between reviewers, which pairs to ask about next.
/// Depends on `linkage.record`. No input or output.
@NullMarked
package org.constancia.linkage.review;

import org.jspecify.annotations.NullMarked;
