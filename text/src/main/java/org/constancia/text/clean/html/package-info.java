/// Finds the article in a web page: the page's whole text in order, several proposals for the main part, a choice
/// between them, and pruning inside it. May depend on `org.constancia.core` and `org.constancia.text.clean`.
@NullMarked
package org.constancia.text.clean.html;

import org.jspecify.annotations.NullMarked;
