/// Browser tests: every page in Chromium, by keyboard, without scripts, in both languages, wide and narrow, light, dark
/// and printed. Screenshots go to `target/screens`.
@NullMarked
package org.constancia.e2e;

import org.jspecify.annotations.NullMarked;
