/// What every page has: its frame, its words in two languages, the pieces that pages share (links, values with their
/// statements, partial dates in words), and the templates that write them out. May depend on core.
@NullMarked
package org.constancia.app.web.page;

import org.jspecify.annotations.NullMarked;
