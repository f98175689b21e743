@NullMarked
package org.constancia.app.search;

import org.jspecify.annotations.NullMarked;
