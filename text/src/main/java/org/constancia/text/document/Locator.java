package org.constancia.text.document;

/// Where a piece of a text layer stands in the source, in the terms of the source's own format.
public sealed interface Locator {
    /// One line of a plain text, counted from 1.
    record Line(int number) implements Locator {}

    /// A paragraph of a page, both counted from 1 (PDF, scanned image).
    record PageParagraph(int page, int paragraph) implements Locator {}

    /// A paragraph of a document without fixed pages, counted from 1 (DOCX).
    record Paragraph(int number) implements Locator {}

    /// An element of a web page: its path from the root (`html/body/div[2]/p[3]`), and the run `[start, end)` of UTF-16
    /// units of the decoded page it came from.
    record Element(String path, int start, int end) implements Locator {}
}
