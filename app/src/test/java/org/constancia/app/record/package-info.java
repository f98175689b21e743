/// The pages of the record, from a real database; and the invented record the tests of the capabilities write.
@NullMarked
package org.constancia.app.record;

import org.jspecify.annotations.NullMarked;
