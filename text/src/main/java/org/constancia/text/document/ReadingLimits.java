package org.constancia.text.document;

import java.time.Duration;

/// How much a single source may cost to read.
///
/// @param maxBytes size of the file
/// @param maxUnpackedBytes size of what a compressed file unpacks to, all parts together
/// @param maxCharacters length of the text layer in UTF-16 units
/// @param maxPages pages of a PDF
/// @param maxTime wall-clock time, checked between pages, paragraphs and elements, and enforced by a parser process
public record ReadingLimits(long maxBytes, long maxUnpackedBytes, int maxCharacters, int maxPages, Duration maxTime) {
    /// 64 MiB files, 256 MiB unpacked, 10 million characters, 5,000 pages, one minute.
    public static final ReadingLimits USUAL =
            new ReadingLimits(64L << 20, 256L << 20, 10_000_000, 5_000, Duration.ofMinutes(1));

    public ReadingLimits {
        if (maxBytes < 1 || maxUnpackedBytes < 1 || maxCharacters < 1 || maxPages < 1 || !maxTime.isPositive())
            throw new IllegalArgumentException("every limit is positive");
    }
}
