package org.constancia.evidence.log;

/// The path of a tile below the log's directory (C2SP tlog-tiles): tile 1234067 of level 0 is
/// `tile/0/x001/x234/067`, and with only 5 hashes `tile/0/x001/x234/067.p/5`.
final class TilePath {
    /// The number of hashes of a full tile.
    static final int WIDTH = 256;

    private TilePath() {}

    static String hashes(int level, long index, int width) {
        return "tile/" + level + "/" + number(index) + partial(width);
    }

    static String entries(long index, int width) {
        return "tile/entries/" + number(index) + partial(width);
    }

    private static String partial(int width) {
        if (width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile has " + width + " hashes");
        }
        return width == WIDTH ? "" : ".p/" + width;
    }

    private static String number(long index) {
        String last = "%03d".formatted(index % 1000);
        StringBuilder path = new StringBuilder(last);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return path.toString();
    }
}
