/// How an estimate moves when a list, a setting or an assumption changes. Depends on `org.constancia.estimation`.
@NullMarked
package org.constancia.estimation.sensitivity;

import org.jspecify.annotations.NullMarked;
