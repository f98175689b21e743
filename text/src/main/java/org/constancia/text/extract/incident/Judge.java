package org.constancia.text.extract.incident;

import java.util.List;

/// Says how likely signs mean that a proposal is right, and from where on it is made.
public interface Judge {
    /// Probability that the signs are those of a right proposal.
    double probability(String model, List<String> signs);

    /// From which probability a proposal is made.
    double level(String model);
}
