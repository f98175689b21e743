/// Signed notes, checkpoints, cosignatures and proofs as text, and the policy that says whose signatures count
/// (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof, tlog-policy). Parsing and cryptography, no
/// input or output. Depends on the digests and the Merkle tree.
@NullMarked
package org.constancia.evidence.note;

import org.jspecify.annotations.NullMarked;
