/// The report of a run: one self-contained page in Spanish or English that needs no network and no script.
/// May depend on all of `linkage`. No input or output: it makes text.
@NullMarked
package org.constancia.linkage.report;

import org.jspecify.annotations.NullMarked;
