/// What holds for the application as a whole: the directions in which its parts may depend on each other.
@NullMarked
package org.constancia.app;

import org.jspecify.annotations.NullMarked;
