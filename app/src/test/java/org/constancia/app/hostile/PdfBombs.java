package org.constancia.app.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/// PDF files that turn in circles or unfold without end.
final class PdfBombs {
    private static final String CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
    private static final String ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";

    private PdfBombs() {}

    static void addTo(Map<String, Bombs.Maker> bombs) {
        bombs.put("pdf-pages-of-themselves", () -> pdf(CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"));
        bombs.put(
                "pdf-billion-pages",
                () -> pdf(CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", page("")));
        bombs.put("pdf-pages-tenfold", () -> {
            List<String> objects = new ArrayList<>(List.of(CATALOG));
            for (int i = 2; i < 12; i++)
                objects.add("<< /Type /Pages /Kids [" + ((i + 1) + " 0 R ").repeat(10) + "] /Count 1000000 >>");
            objects.add("<< /Type /Page /Parent 11 0 R /MediaBox [0 0 100 100] >>");
            return pdf(objects.toArray(String[]::new));
        });
        bombs.put(
                "pdf-form-of-itself",
                () -> pdf(
                        CATALOG,
                        ONE_PAGE,
                        page("/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>"),
                        stream("", "/F Do"),
                        stream(
                                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>",
                                "/F Do /F Do")));
        bombs.put("pdf-forms-tenfold", PdfBombs::forms);
        bombs.put("pdf-reference-loop", () -> pdf("<< /Type /Catalog /Pages 4 0 R >>", "3 0 R", "2 0 R", "4 0 R"));
        bombs.put(
                "pdf-length-of-itself",
                () -> pdf(CATALOG, ONE_PAGE, page("/Contents 4 0 R"), "<< /Length 4 0 R >>\nstream\nhola\nendstream"));
        bombs.put(
                "pdf-deep-arrays",
                () -> pdf(CATALOG, ONE_PAGE, page("/A " + "[".repeat(200_000) + "]".repeat(200_000))));
        bombs.put(
                "pdf-deep-dictionaries",
                () -> pdf(CATALOG, ONE_PAGE, page("/A << ".repeat(100_000) + ">>".repeat(100_000))));
        bombs.put("pdf-stream-bomb", () -> packed(PackedZeros.zlib(1 << 30), "/FlateDecode"));
        bombs.put("pdf-stream-bomb-twice", () -> {
            ByteArrayOutputStream twice = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(twice)) {
                out.write(PackedZeros.zlib(1 << 30));
            }
            return packed(twice.toByteArray(), "[/FlateDecode /FlateDecode]");
        });
        bombs.put(
                "pdf-endless-filters",
                () -> packed("00".repeat(1000).getBytes(ISO_8859_1), "[" + "/ASCIIHexDecode ".repeat(50_000) + "]"));
        bombs.put(
                "pdf-pixel-flood",
                () -> pdf(
                        CATALOG,
                        ONE_PAGE,
                        page("/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>"),
                        stream("", "q 100 0 0 100 0 0 cm /I Do Q"),
                        stream(
                                "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
                                "x")));
        bombs.put(
                "pdf-endless-page",
                () -> pdf(CATALOG, ONE_PAGE, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1000000000 1000000000] >>"));
        bombs.put("pdf-previous-table-is-this", PdfBombs::loopingTables);
        bombs.put(
                "pdf-only-objects",
                () -> ("%PDF-1.7\n" + "1 0 obj\n<<>>\nendobj\n".repeat(200_000)).getBytes(ISO_8859_1));
    }

    private static byte[] forms() {
        List<String> objects = new ArrayList<>(List.of(CATALOG, ONE_PAGE));
        objects.add(page("/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>"));
        objects.add(stream("", "/F Do ".repeat(10)));
        for (int i = 5; i < 15; i++) {
            objects.add(stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F " + (i + 1)
                            + " 0 R >> >>",
                    "/F Do ".repeat(10)));
        }
        objects.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 m"));
        return pdf(objects.toArray(String[]::new));
    }

    private static byte[] loopingTables() {
        String start = "%PDF-1.4\n";
        return (start + "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev " + start.length()
                        + " >>\nstartxref\n" + start.length() + "\n%%EOF")
                .getBytes(ISO_8859_1);
    }

    private static String page(String more) {
        return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] " + more + " >>";
    }

    private static String stream(String more, String content) {
        return "<< /Length " + content.length() + " " + more + " >>\nstream\n" + content + "\nendstream";
    }

    private static byte[] packed(byte[] content, String filter) throws IOException {
        return pdf(
                CATALOG,
                ONE_PAGE,
                page("/Contents 4 0 R"),
                stream("/Filter " + filter, new String(content, ISO_8859_1)));
    }

    private static byte[] pdf(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append(table)
                .append("trailer\n<< /Size ")
                .append(objects.length + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(start)
                .append("\n%%EOF");
        return pdf.toString().getBytes(ISO_8859_1);
    }
}
