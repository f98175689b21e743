/// Witnesses: other organisations that cosign checkpoints of a log they saw grow, by files that travel on a USB
/// stick, and checkpoints on paper. Depends on the notes and the log.
@NullMarked
package org.constancia.evidence.witness;

import org.jspecify.annotations.NullMarked;
