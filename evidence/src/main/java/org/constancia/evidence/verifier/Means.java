package org.constancia.evidence.verifier;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;

/// What the verifier brings; none of it is taken from what is verified.
///
/// @param policy whose signatures count; without one only hashes can be checked
/// @param older a checkpoint kept from an earlier day
/// @param roots of time-stamp authorities
public record Means(Optional<Policy> policy, Optional<SignedNote> older, List<X509Certificate> roots) {
    public Means {
        roots = List.copyOf(roots);
    }
}
