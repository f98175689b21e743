/// Controlled vocabularies with their original codes, read from the files that are shipped. May depend on
/// `org.constancia.core.failure` only.
@NullMarked
package org.constancia.core.vocabulary;

import org.jspecify.annotations.NullMarked;
