package org.constancia.text.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Takes the lines of one page with their places.
final class PdfPageStripper extends PDFTextStripper {
    private final List<PdfPage.Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private float x = Float.MAX_VALUE;
    private float y;
    private float right;
    private float size;

    private PdfPageStripper() {
        super();
    }

    static PdfPage strip(PDDocument document, int number) throws IOException {
        PdfPageStripper stripper = new PdfPageStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.writeText(document, Writer.nullWriter());
        stripper.endLine();
        float height = document.getPage(number - 1).getCropBox().getHeight();
        return new PdfPage(number, height, stripper.lines);
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) throws IOException {
        text.append(words);
        for (TextPosition position : positions) {
            x = Math.min(x, position.getXDirAdj());
            right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            y = position.getYDirAdj();
            size = Math.max(size, position.getFontSizeInPt());
        }
        super.writeString(words, positions);
    }

    @Override
    protected void writeWordSeparator() throws IOException {
        text.append(' ');
        super.writeWordSeparator();
    }

    @Override
    protected void writeLineSeparator() throws IOException {
        endLine();
        super.writeLineSeparator();
    }

    @Override
    protected void endPage(org.apache.pdfbox.pdmodel.PDPage page) throws IOException {
        endLine();
        super.endPage(page);
    }

    private void endLine() {
        if (!text.toString().isBlank())
            lines.add(new PdfPage.Line(text.toString().strip(), x, y, right, size));
        text.setLength(0);
        x = Float.MAX_VALUE;
        right = 0;
        size = 0;
    }
}
