/// Tests of the commands that serve and change the record.
@NullMarked
package org.constancia.app.cli.record;

import org.jspecify.annotations.NullMarked;
