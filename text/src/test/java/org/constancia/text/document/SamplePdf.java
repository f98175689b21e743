package org.constancia.text.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// PDF files for tests: a fictional report with running header and page numbers, and a page without text.
final class SamplePdf {
    private SamplePdf() {}

    static byte[] report() throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(
                    document,
                    1,
                    List.of(
                            "The commission heard forty witnesses in the valley between March and",
                            "June. It visited three villages and read the files of the closed investi-",
                            "gation into the deaths at the bridge.",
                            "",
                            "Eleven of the witnesses asked that their names be kept out of this report."));
            page(
                    document,
                    2,
                    List.of(
                            "On the second page the commission turns to the brigade and to its orders,",
                            "which it could not obtain."));
            page(
                    document,
                    3,
                    List.of(
                            "The last page holds the recommendations to the government and to the",
                            "prosecutor of the district."));
            return bytes(document);
        }
    }

    static byte[] blank() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            return bytes(document);
        }
    }

    private static void page(PDDocument document, int number, List<String> lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            line(content, 760, "Report of the commission on the valley");
            int y = 680;
            for (String line : lines) {
                if (!line.isEmpty()) line(content, y, line);
                y -= 14;
            }
            line(content, 30, "Page " + number + " of 3");
        }
    }

    private static void line(PDPageContentStream content, int y, String words) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.newLineAtOffset(72, y);
        content.showText(words);
        content.endText();
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
