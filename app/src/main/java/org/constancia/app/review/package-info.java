/// Reviewing what the machine proposes: the inbox, and what accepting a proposal writes into the record.
/// May depend on core, text and store, and on the ports of `org.constancia.app.web`.
@NullMarked
package org.constancia.app.review;

import org.jspecify.annotations.NullMarked;
