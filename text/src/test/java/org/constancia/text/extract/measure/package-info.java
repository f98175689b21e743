/// Scores an extractor against the invented articles and their gold.
@NullMarked
package org.constancia.text.extract.measure;

import org.jspecify.annotations.NullMarked;
