/// Proposes who said and who did what to whom, with the exact passage, in Spanish and English. A person confirms;
/// nothing here is a record.
///
/// {@link Extractor} is the one door, {@link Candidate} what comes out of it; the packages below it are the stages of
/// the rule-based extractor. May depend on `org.constancia.core` and `org.constancia.text.{clean,document}`.
@NullMarked
package org.constancia.text.extract;

import org.jspecify.annotations.NullMarked;
