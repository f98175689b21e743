/// Writes the results of a run as files, each written aside and renamed when complete. The only package of
/// the engine that writes files. May depend on all of `linkage` but `report`.
@NullMarked
package org.constancia.linkage.write;

import org.jspecify.annotations.NullMarked;
