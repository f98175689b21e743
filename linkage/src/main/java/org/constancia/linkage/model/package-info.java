/// From outcomes of comparisons to probabilities: chance agreement, a Fellegi-Sunter mixture that knows
/// families and namesakes, learned models and calibration. May depend on `linkage.compare`. No input or
/// output.
@NullMarked
package org.constancia.linkage.model;

import org.jspecify.annotations.NullMarked;
