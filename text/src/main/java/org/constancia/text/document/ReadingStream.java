package org.constancia.text.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.constancia.text.clean.Block;
import org.constancia.text.clean.Label;
import org.jspecify.annotations.Nullable;

/// Writes a reading to a stream and reads it back, between a parser process and its parent.
///
/// The form is private to one version of Constancia: a mark, then `U` or `N`, then the fields in the order of the
/// records; strings are a length in bytes (-1 for none) and UTF-8.
final class ReadingStream {
    private static final int MARK = 0x434F4E53;
    private static final int LONGEST_LIST = 50_000_000;

    private ReadingStream() {}

    static void write(Reading reading, DataOutputStream out) throws IOException {
        out.writeInt(MARK);
        switch (reading) {
            case Reading.Understood(String mediaType, TextLayer layer) -> {
                out.writeByte('U');
                write(mediaType, out);
                write(layer, out);
            }
            case Reading.NotUnderstood(Obstacle obstacle, String detail) -> {
                out.writeByte('N');
                write(obstacle.name(), out);
                write(detail, out);
            }
        }
        out.flush();
    }

    static Reading read(DataInputStream in) throws IOException {
        if (in.readInt() != MARK) throw new IOException("not a reading");
        return switch (in.readByte()) {
            case 'U' -> new Reading.Understood(string(in), layer(in));
            case 'N' -> new Reading.NotUnderstood(Obstacle.valueOf(string(in)), string(in));
            default -> throw new IOException("neither understood nor not");
        };
    }

    private static void write(TextLayer layer, DataOutputStream out) throws IOException {
        write(layer.text(), out);
        write(layer.language(), out);
        write(layer.title(), out);
        write(layer.author(), out);
        write(layer.published() == null ? null : layer.published().toString(), out);
        out.writeInt(layer.blocks().size());
        for (Block block : layer.blocks()) {
            out.writeInt(block.start());
            out.writeInt(block.end());
            out.writeByte(block.label().ordinal());
            write(block.rule(), out);
        }
        out.writeInt(layer.positions().size());
        for (Position position : layer.positions()) {
            out.writeInt(position.start());
            out.writeInt(position.end());
            write(position.locator(), out);
        }
    }

    private static TextLayer layer(DataInputStream in) throws IOException {
        String text = string(in);
        String language = string(in);
        String title = findString(in);
        String author = findString(in);
        String published = findString(in);
        List<Block> blocks = new ArrayList<>();
        for (int left = size(in); left > 0; left--)
            blocks.add(new Block(in.readInt(), in.readInt(), Label.values()[in.readByte()], string(in)));
        List<Position> positions = new ArrayList<>();
        for (int left = size(in); left > 0; left--)
            positions.add(new Position(in.readInt(), in.readInt(), locator(in)));
        LocalDate day = published == null ? null : LocalDate.parse(published);
        return new TextLayer(text, language, title, author, day, blocks, positions);
    }

    private static void write(Locator locator, DataOutputStream out) throws IOException {
        switch (locator) {
            case Locator.Line(int number) -> {
                out.writeByte('L');
                out.writeInt(number);
            }
            case Locator.PageParagraph(int page, int paragraph) -> {
                out.writeByte('P');
                out.writeInt(page);
                out.writeInt(paragraph);
            }
            case Locator.Paragraph(int number) -> {
                out.writeByte('A');
                out.writeInt(number);
            }
            case Locator.Element(String path, int start, int end) -> {
                out.writeByte('E');
                write(path, out);
                out.writeInt(start);
                out.writeInt(end);
            }
        }
    }

    private static Locator locator(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 'L' -> new Locator.Line(in.readInt());
            case 'P' -> new Locator.PageParagraph(in.readInt(), in.readInt());
            case 'A' -> new Locator.Paragraph(in.readInt());
            case 'E' -> new Locator.Element(string(in), in.readInt(), in.readInt());
            default -> throw new IOException("unknown locator");
        };
    }

    private static void write(@Nullable String value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        String value = findString(in);
        if (value == null) throw new IOException("a value is missing");
        return value;
    }

    private static @Nullable String findString(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LONGEST_LIST) throw new IOException("a list of impossible length");
        return size;
    }
}
