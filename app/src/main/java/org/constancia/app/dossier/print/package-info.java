/// Printed pages: text set in lines and tables on A4, written as PDF. Depends on PDFBox, on the words of the interface
/// and on the view models that it prints.
@NullMarked
package org.constancia.app.dossier.print;

import org.jspecify.annotations.NullMarked;
