/// The transparency log: an append-only Merkle tree of salted commitments, in tiles on disk, under signed
/// checkpoints (RFC 6962; C2SP tlog-tiles, tlog-checkpoint). Knows nothing of what the entries commit to.
/// Depends on the notes, the Merkle tree, canonical JSON and durable files.
@NullMarked
package org.constancia.evidence.log;

import org.jspecify.annotations.NullMarked;
