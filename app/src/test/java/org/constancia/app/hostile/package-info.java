/// Torture test T13: files that somebody made, or damaged, to harm whoever reads them. All of them are generated here.
@NullMarked
package org.constancia.app.hostile;

import org.jspecify.annotations.NullMarked;
