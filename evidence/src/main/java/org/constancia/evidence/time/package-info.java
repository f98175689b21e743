/// RFC 3161 time stamps over checkpoints: requests, a queue for the days without network, verification against
/// the roots the verifier brings, and a local authority whose stamps are labelled self-asserted. Depends on the
/// notes and on BouncyCastle.
@NullMarked
package org.constancia.evidence.time;

import org.jspecify.annotations.NullMarked;
