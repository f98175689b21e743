/// Reads delimited files: format detection, streaming rows, columns recognised by their names, rows with a
/// fault told as data. The only package of the engine that reads files. May depend on `linkage.record` and
/// `core.failure`.
@NullMarked
package org.constancia.linkage.read;

import org.jspecify.annotations.NullMarked;
