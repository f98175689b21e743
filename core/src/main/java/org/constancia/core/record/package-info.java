/// What a record is made of: entities, their properties, and the statements that give them values. May depend on the
/// other packages of core.
@NullMarked
package org.constancia.core.record;

import org.jspecify.annotations.NullMarked;
