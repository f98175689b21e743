/// What the lists recorded: capture patterns with their counts, and how they are read from a file. Depends on
/// `org.constancia.core` and FastCSV.
@NullMarked
package org.constancia.estimation.capture;

import org.jspecify.annotations.NullMarked;
