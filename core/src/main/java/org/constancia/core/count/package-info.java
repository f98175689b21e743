/// How a record is counted: victims, victimizations and acts, and when figures of several sources contradict each
/// other. May depend on `org.constancia.core.record` and `org.constancia.core.vocabulary`.
@NullMarked
package org.constancia.core.count;

import org.jspecify.annotations.NullMarked;
