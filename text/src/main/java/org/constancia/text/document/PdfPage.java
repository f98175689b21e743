package org.constancia.text.document;

import java.util.List;

/// The lines of text of one PDF page, in reading order.
///
/// @param number counted from 1
/// @param height of the page, in points
record PdfPage(int number, float height, List<Line> lines) {
    PdfPage {
        lines = List.copyOf(lines);
    }

    /// One line and its place, in points from the page's top left corner.
    ///
    /// @param y of the base line
    /// @param size of the largest letter
    record Line(String text, float x, float y, float right, float size) {}

    int length() {
        return lines.stream().mapToInt(line -> line.text().length()).sum();
    }
}
