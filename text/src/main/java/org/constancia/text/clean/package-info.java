/// Page cleaning as labelling: every block of a text gets a label and the rule that gave it, nothing is deleted.
/// May depend on `org.constancia.core` only.
@NullMarked
package org.constancia.text.clean;

import org.jspecify.annotations.NullMarked;
