/// Near-duplicates: which texts carry the same story, what each copy adds or changes, and which is likely the original.
/// A family is a proposal with its evidence, never a merge. May depend on `org.constancia.core` and
/// `org.constancia.text.clean`.
@NullMarked
package org.constancia.text.duplicate;

import org.jspecify.annotations.NullMarked;
