/// The rules by name, what they say, and how often reviewers agreed with them. Depends on `extract.lexicon`.
@NullMarked
package org.constancia.text.extract.rule;

import org.jspecify.annotations.NullMarked;
