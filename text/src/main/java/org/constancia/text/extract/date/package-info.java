/// Dates and times as the text words them, and the days they mean when there is a day to count from. Depends on
/// `extract.segment` and below.
@NullMarked
package org.constancia.text.extract.date;

import org.jspecify.annotations.NullMarked;
