/// Sources brought in on a real database and content store.
@NullMarked
package org.constancia.app.sources;

import org.jspecify.annotations.NullMarked;
