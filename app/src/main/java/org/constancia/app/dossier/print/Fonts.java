package org.constancia.app.dossier.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of one document, embedded as subsets. A character that a face lacks is printed as a box, never left out
/// unseen.
final class Fonts {
    private static final String MISSING = "\u25a1";

    private final PDDocument document;
    private final Map<Face, PDType0Font> loaded = new EnumMap<>(Face.class);
    private final Map<Face, Map<Integer, Float>> widths = new EnumMap<>(Face.class);

    Fonts(PDDocument document) {
        this.document = document;
    }

    PDType0Font of(Face face) {
        return loaded.computeIfAbsent(face, this::load);
    }

    private PDType0Font load(Face face) {
        try (InputStream file = Objects.requireNonNull(Fonts.class.getResourceAsStream(face.resource()), face.name())) {
            return PDType0Font.load(document, file, true);
        } catch (IOException damaged) {
            throw new IllegalStateException("a font that came with the program cannot be read", damaged);
        }
    }

    /// The text as this face can print it: control characters are spaces.
    String printable(Face face, String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point)) printable.append(' ');
            else if (width(face, point) < 0) printable.append(MISSING);
            else printable.appendCodePoint(point);
        });
        return printable.toString();
    }

    /// The width of printable text in points.
    float width(Face face, String text, float size) {
        float thousandths = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            thousandths += Math.max(0, width(face, text.codePointAt(at)));
        }
        return thousandths * size / 1000;
    }

    /// In thousandths of the size; negative when the face lacks the character.
    private float width(Face face, int point) {
        return widths.computeIfAbsent(face, _ -> new HashMap<>()).computeIfAbsent(point, _ -> measure(face, point));
    }

    private float measure(Face face, int point) {
        try {
            return of(face).getStringWidth(Character.toString(point));
        } catch (IOException | IllegalArgumentException lacking) {
            return -1;
        }
    }
}
