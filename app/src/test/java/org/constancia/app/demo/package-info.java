/// The demonstration on a real database.
@NullMarked
package org.constancia.app.demo;

import org.jspecify.annotations.NullMarked;
