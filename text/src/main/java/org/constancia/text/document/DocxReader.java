package org.constancia.text.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.constancia.text.clean.PlainTextCleaner;
import org.jspecify.annotations.Nullable;

/// Reads the paragraphs of a DOCX file (ECMA-376 WordprocessingML) straight from its XML parts.
///
/// Running headers and footers are set apart as such; text deleted under tracked changes is left out, inserted text is
/// read. What the file unpacks to is counted and bounded, and no XML entity or external reference is followed.
final class DocxReader {
    private static final String BODY = "word/document.xml";
    private static final String NOTES = "word/footnotes.xml";
    /// Holds the same text box again for older programs.
    private static final String COPY = "Fallback";

    private static final String PROPERTIES = "docProps/core.xml";

    private final ReadingLimits limits;
    private final PlainTextCleaner cleaner;
    private final XMLInputFactory xml = XMLInputFactory.newFactory();

    DocxReader(ReadingLimits limits, PlainTextCleaner cleaner) {
        this.limits = limits;
        this.cleaner = cleaner;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    Reading read(byte[] bytes) throws IOException {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        Map<String, String> properties = new LinkedHashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            unpack(archive, parts, properties);
        } catch (XMLStreamException broken) {
            return broken.getNestedException() instanceof TooMuch
                    ? tooMuch()
                    : new Reading.NotUnderstood(Obstacle.DAMAGED, firstLine(broken.getMessage()));
        } catch (TooMuch tooMuch) {
            return tooMuch();
        }
        if (!parts.containsKey(BODY)) return new Reading.NotUnderstood(Obstacle.UNKNOWN_FORMAT, "a zip archive");
        return layer(parts, properties);
    }

    private void unpack(ZipInputStream archive, Map<String, List<String>> parts, Map<String, String> properties)
            throws IOException, XMLStreamException {
        Bounded bounded = new Bounded(archive, limits.maxUnpackedBytes());
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = entry.getName();
            if (isTextPart(name)) parts.put(name, paragraphs(bounded));
            if (name.equals(PROPERTIES)) properties.putAll(properties(bounded));
            bounded.drain();
        }
    }

    private Reading tooMuch() {
        return new Reading.NotUnderstood(
                Obstacle.EXPANDS_TOO_FAR, "the limit is %,d bytes".formatted(limits.maxUnpackedBytes()));
    }

    private Reading layer(Map<String, List<String>> parts, Map<String, String> properties) {
        LayerBuilder layer = new LayerBuilder(limits.maxCharacters());
        addFurniture(parts, "word/header", "page-header", layer);
        int number = 1;
        for (String part : List.of(BODY, NOTES)) {
            for (String paragraph : parts.getOrDefault(part, List.of()))
                layer.add(paragraph, new Locator.Paragraph(number++));
        }
        boolean empty = layer.isEmpty();
        addFurniture(parts, "word/footer", "page-footer", layer);
        if (empty) return new Reading.NotUnderstood(Obstacle.NO_TEXT, "");
        return new Reading.Understood(
                MediaType.DOCX.written(), layer.layer(cleaner, properties.get("title"), properties.get("creator")));
    }

    private static void addFurniture(Map<String, List<String>> parts, String prefix, String rule, LayerBuilder layer) {
        parts.forEach((name, paragraphs) -> {
            if (!name.startsWith(prefix)) return;
            for (String paragraph : paragraphs) layer.addFurniture(paragraph, new Locator.Paragraph(0), rule);
        });
    }

    private static boolean isTextPart(String name) {
        return name.equals(BODY) || name.equals(NOTES) || name.matches("word/(?:header|footer)\\d*\\.xml");
    }

    /// The paragraphs of one part, one string each; line breaks inside a paragraph stay line ends.
    private List<String> paragraphs(InputStream part) throws XMLStreamException {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        XMLStreamReader reader = xml.createXMLStreamReader(part);
        boolean inText = false;
        int copies = 0;
        long length = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            String name = reader.hasName() ? reader.getLocalName() : "";
            if (name.equals(COPY)) copies += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
            if (name.equals("t")) inText = event == XMLStreamConstants.START_ELEMENT;
            if (copies > 0) continue;
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.append(space(name));
            } else if (inText && reader.isCharacters()) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("p")) {
                length += text.length();
                if (length > limits.maxCharacters()) throw new LayerBuilder.TooLong();
                paragraphs.add(text.toString());
                text.setLength(0);
            }
        }
        return paragraphs;
    }

    private static String space(String element) {
        return switch (element) {
            case "tab" -> " ";
            case "br", "cr" -> "\n";
            case "noBreakHyphen" -> "-";
            default -> "";
        };
    }

    /// Title and creator of the document, where stated.
    private Map<String, String> properties(InputStream part) throws XMLStreamException {
        Map<String, String> properties = new LinkedHashMap<>();
        XMLStreamReader reader = xml.createXMLStreamReader(part);
        @Nullable String name = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) name = reader.getLocalName();
            if (event == XMLStreamConstants.END_ELEMENT) name = null;
            boolean wanted = "title".equals(name) || "creator".equals(name);
            if (event == XMLStreamConstants.CHARACTERS
                    && wanted
                    && !reader.getText().isBlank())
                properties.put(name, reader.getText().strip());
        }
        return properties;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    /// More was unpacked than is allowed.
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// Counts what is unpacked, over all parts; leaves the archive open when a part has been read.
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream archive, long limit) {
            super(archive);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) count(read);
            return read;
        }

        @Override
        public void close() {}

        void drain() throws IOException {
            byte[] buffer = new byte[8192];
            while (read(buffer, 0, buffer.length) >= 0) {}
        }

        private void count(int bytes) throws TooMuch {
            left -= bytes;
            if (left < 0) throw new TooMuch();
        }
    }
}
