/// From pair probabilities to people: clusters that do not chain relatives, one-to-one assignment, draws of
/// the partition, stable cluster ids. Depends on the JDK only. No input or output.
@NullMarked
package org.constancia.linkage.cluster;

import org.jspecify.annotations.NullMarked;
