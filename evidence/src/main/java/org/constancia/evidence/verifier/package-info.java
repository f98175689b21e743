/// The stand-alone verifier: checks dossiers, proofs and logs against the verifier's own policy. No network, no
/// database; also packed as `constancia-verify.jar`. Depends on the dossier, the notes, the time stamps and the
/// log.
@NullMarked
package org.constancia.evidence.verifier;

import org.jspecify.annotations.NullMarked;
