/// The Merkle tree of RFC 6962, section 2.1: hashes, inclusion and consistency proofs. Arithmetic only, no
/// input or output. Depends on the digests.
@NullMarked
package org.constancia.evidence.merkle;

import org.jspecify.annotations.NullMarked;
