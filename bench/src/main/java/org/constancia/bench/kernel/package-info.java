/// Benchmarks of the comparison kernels.
@NullMarked
package org.constancia.bench.kernel;

import org.jspecify.annotations.NullMarked;
