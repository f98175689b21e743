/// Decisions about proposals on a real database.
@NullMarked
package org.constancia.app.review;

import org.jspecify.annotations.NullMarked;
