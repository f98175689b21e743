/// How well the rules of extraction do, by what reviewers decided.
/// View models are records that hold what a template shows; no database row reaches a template. May depend on core and
/// on `org.constancia.app.web.page` and `org.constancia.app.web.inbox`.
@NullMarked
package org.constancia.app.web.rule;

import org.jspecify.annotations.NullMarked;
