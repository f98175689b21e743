/// The words the rules know, read from data files a linguist can edit, and how words change their form. Depends on
/// `org.constancia.core` only.
@NullMarked
package org.constancia.text.extract.lexicon;

import org.jspecify.annotations.NullMarked;
