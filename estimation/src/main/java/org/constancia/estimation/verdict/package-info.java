/// What may be said: one verdict per table, the reasons for it in plain words, and figures only where they are
/// earned.
/// Depends on `org.constancia.estimation.capture` and the packages of the methods.
@NullMarked
package org.constancia.estimation.verdict;

import org.jspecify.annotations.NullMarked;
