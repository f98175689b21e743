/// Numbered scenarios that teach the engine in order, each on a list small enough to read.
@NullMarked
package org.constancia.linkage.scenario;

import org.jspecify.annotations.NullMarked;
