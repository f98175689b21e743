/// The commands `link` and `link evaluate`: files in, clusters, pairs, model and report out. May depend on
/// the linkage engine; needs no database.
@NullMarked
package org.constancia.app.cli.link;

import org.jspecify.annotations.NullMarked;
