package org.constancia.text.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// DOCX files for tests: a fictional testimony, and archives that unpack to far more than they weigh.
final class SampleDocx {
    private static final String NAMESPACES =
            "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

    private SampleDocx() {}

    static byte[] testimony() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            put(
                    archive,
                    "docProps/core.xml",
                    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Testimonio del puente</dc:title><dc:creator>Comité del Valle</dc:creator></cp:coreProperties>");
            put(
                    archive,
                    "word/header1.xml",
                    "<w:hdr " + NAMESPACES
                            + "><w:p><w:r><w:t>Comité del Valle, confidencial</w:t></w:r></w:p></w:hdr>");
            put(
                    archive,
                    "word/document.xml",
                    "<w:document " + NAMESPACES + "><w:body>"
                            + "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>Testimonio del puente</w:t></w:r></w:p>"
                            + "<w:p><w:r><w:t xml:space='preserve'>Los vimos llegar </w:t></w:r><w:del><w:r><w:delText>tachado </w:delText></w:r></w:del>"
                            + "<w:ins><w:r><w:t>en un camión verde.</w:t></w:r></w:ins></w:p>"
                            + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>Cuadro de texto, escrito una vez.</w:t></mc:Choice>"
                            + "<mc:Fallback><w:t>Cuadro de texto, escrito una vez.</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                            + "</w:body></w:document>");
        }
        return bytes.toByteArray();
    }

    static byte[] bomb(String entry, int unpacked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry(entry));
            archive.write(("<w:document " + NAMESPACES + ">").getBytes(StandardCharsets.UTF_8));
            fill(archive, unpacked);
            archive.closeEntry();
        }
        return bytes.toByteArray();
    }

    static byte[] gzipBomb(int unpacked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream archive = new GZIPOutputStream(bytes)) {
            fill(archive, unpacked);
        }
        return bytes.toByteArray();
    }

    private static void fill(java.io.OutputStream archive, int size) throws IOException {
        byte[] blanks = new byte[1 << 16];
        java.util.Arrays.fill(blanks, (byte) ' ');
        for (int written = 0; written < size; written += blanks.length)
            archive.write(blanks, 0, Math.min(blanks.length, size));
    }

    private static void put(ZipOutputStream archive, String name, String content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content.getBytes(StandardCharsets.UTF_8));
        archive.closeEntry();
    }
}
