/// What the machine proposes, as it is stored between the reading of a source and its review.
/// May depend on core, text and store.
@NullMarked
package org.constancia.app.proposal;

import org.jspecify.annotations.NullMarked;
