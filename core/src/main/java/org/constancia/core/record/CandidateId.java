package org.constancia.core.record;

import java.util.UUID;

/// Names one machine-made proposal.
public record CandidateId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
