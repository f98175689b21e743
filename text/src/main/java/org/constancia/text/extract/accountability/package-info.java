/// Steps of accountability: who opened, charged, convicted, suspended whom. Depends on `extract.resolve` and below.
@NullMarked
package org.constancia.text.extract.accountability;

import org.jspecify.annotations.NullMarked;
