/// The demonstration: the sample article, and a small fictional collection so that every page has something to show.
/// May depend on core, store and `org.constancia.app.sources`.
@NullMarked
package org.constancia.app.demo;

import org.jspecify.annotations.NullMarked;
