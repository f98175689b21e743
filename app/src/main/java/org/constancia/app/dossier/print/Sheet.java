package org.constancia.app.dossier.print;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A document of A4 pages on which blocks are set one below the other. A block that does not fit begins a new page; a
/// line never breaks apart.
final class Sheet implements AutoCloseable {
    static final float LEFT = 62;
    static final float RIGHT = PDRectangle.A4.getWidth() - 62;
    private static final float TOP = PDRectangle.A4.getHeight() - 60;
    private static final float BOTTOM = 74;

    private final PDDocument document = new PDDocument();
    private final Fonts fonts = new Fonts(document);
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream stream;
    private float y = TOP;

    Sheet(String language, String title, Instant made) {
        document.getDocumentCatalog().setLanguage(language);
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Constancia");
        Calendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        time.setTimeInMillis(made.toEpochMilli());
        document.getDocumentInformation().setCreationDate(time);
        stream = turn();
    }

    private PDPageContentStream turn() {
        try {
            if (stream != null) stream.close();
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            pages.add(page);
            y = TOP;
            return new PDPageContentStream(document, page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Begins a new page unless this much room is left.
    void keep(float height) {
        if (y - height < BOTTOM) stream = turn();
    }

    void skip(float height) {
        y -= height;
    }

    float width() {
        return RIGHT - LEFT;
    }

    /// Sets text in lines of this width.
    void text(Style style, String text, float left, float width) {
        for (String line : lines(style, text, width)) {
            keep(style.leading());
            y -= style.leading();
            put(style, line, left, y);
        }
    }

    void text(Style style, String text) {
        text(style, text, LEFT, width());
    }

    /// Sets cells side by side; the next block begins below the longest. Cells longer than a page are set one below the
    /// other.
    void row(List<Cell> cells, float gap) {
        List<List<String>> columns = cells.stream()
                .map(cell -> lines(cell.style(), cell.text(), cell.width() - gap))
                .toList();
        float height = 0;
        for (int i = 0; i < cells.size(); i++) {
            height = Math.max(
                    height, columns.get(i).size() * cells.get(i).style().leading());
        }
        if (height > TOP - BOTTOM) {
            cells.forEach(cell -> text(cell.style(), cell.text()));
            return;
        }
        keep(height);
        float from = y;
        float left = LEFT;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            y = from;
            for (String line : columns.get(i)) {
                y -= cell.style().leading();
                float indent = cell.toTheRight()
                        ? cell.width()
                                - gap
                                - fonts.width(
                                        cell.style().face(), line, cell.style().size())
                        : 0;
                put(cell.style(), line, left + indent, y);
            }
            left += cell.width();
        }
        y = from - height;
    }

    /// A part of a row.
    record Cell(Style style, String text, float width, boolean toTheRight) {}

    void rule(Color colour, float thickness) {
        try {
            stream.setStrokingColor(colour);
            stream.setLineWidth(thickness);
            stream.moveTo(LEFT, y);
            stream.lineTo(RIGHT, y);
            stream.stroke();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void put(Style style, String line, float left, float baseline) {
        try {
            stream.beginText();
            stream.setFont(fonts.of(style.face()), style.size());
            stream.setNonStrokingColor(style.colour());
            stream.newLineAtOffset(left, baseline);
            stream.showText(line);
            stream.endText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> lines(Style style, String text, float width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            fill(style, fonts.printable(style.face(), paragraph).strip(), width, lines);
        }
        return lines;
    }

    private void fill(Style style, String text, float width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +")) {
            String rest = word;
            if (!line.isEmpty() && !fits(style, line + " " + rest, width)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (line.isEmpty() && !fits(style, rest, width)) {
                int end = longestFitting(style, rest, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
    }

    private boolean fits(Style style, String text, float width) {
        return fonts.width(style.face(), text, style.size()) <= width;
    }

    private int longestFitting(Style style, String word, float width) {
        int end = Character.charCount(word.codePointAt(0));
        while (end < word.length()) {
            int next = end + Character.charCount(word.codePointAt(end));
            if (!fits(style, word.substring(0, next), width)) return end;
            end = next;
        }
        return end;
    }

    /// Ends the document, with a line at the foot of each page.
    ///
    /// @param left the same on each
    /// @param right by the page's number, from 1
    void write(OutputStream out, String left, IntFunction<String> right) throws IOException {
        stream.close();
        for (int number = 1; number <= pages.size(); number++) {
            try (PDPageContentStream foot = new PDPageContentStream(
                    document, pages.get(number - 1), PDPageContentStream.AppendMode.APPEND, true)) {
                stream = foot;
                y = BOTTOM - 18;
                rule(Style.HAIR, 0.5f);
                put(Style.FOOT, fonts.printable(Face.FIXED, left), LEFT, y - 11);
                String label = fonts.printable(Style.SMALL.face(), right.apply(number));
                float width = fonts.width(Style.SMALL.face(), label, Style.SMALL.size());
                put(Style.SMALL, label, RIGHT - width, y - 11);
            }
        }
        document.save(out);
    }

    int pages() {
        return pages.size();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
