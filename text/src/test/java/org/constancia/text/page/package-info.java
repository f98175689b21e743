/// Scores reading as a whole, page to proposals, against invented pages and their gold.
@NullMarked
package org.constancia.text.page;

import org.jspecify.annotations.NullMarked;
