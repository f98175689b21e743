package org.constancia.estimation.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// How many persons have exactly each capture pattern.
///
/// A pattern is a bit set: bit `j` is set when list `j` recorded the person, so `0b0101` is "on the first and the
/// third
/// list and on no other". Patterns are held in ascending order, each once, each with a count of at least one; the
/// all-zero pattern is never held, since nobody can count it. The table never changes.
public final class CaptureTable {
    /// The most lists a table can have.
    public static final int MOST_LISTS = 30;

    private final List<String> lists;
    private final int[] patterns;
    private final long[] counts;
    private final long observed;

    private CaptureTable(List<String> lists, int[] patterns, long[] counts) {
        this.lists = lists;
        this.patterns = patterns;
        this.counts = counts;
        this.observed = Arrays.stream(counts).sum();
    }

    /// Makes a table from counts by pattern; patterns with a count of zero are left out.
    ///
    /// @param lists the names of the lists, from bit 0 upwards
    /// @param countByPattern persons with exactly that pattern, none negative
    public static CaptureTable of(List<String> lists, Map<Integer, Long> countByPattern) {
        if (lists.size() > MOST_LISTS) {
            throw new ConstanciaException(Problem.BAD_INPUT, "A table has more lists than can be estimated together")
                    .with("lists", lists.size())
                    .with("most", MOST_LISTS);
        }
        TreeMap<Integer, Long> sorted = new TreeMap<>(countByPattern);
        sorted.values().removeIf(count -> count == 0);
        for (Map.Entry<Integer, Long> cell : sorted.entrySet()) {
            if (cell.getKey() <= 0 || cell.getKey() >= 1 << lists.size() || cell.getValue() < 0) {
                throw new IllegalArgumentException("pattern " + cell.getKey() + " with count " + cell.getValue());
            }
        }
        return new CaptureTable(
                List.copyOf(lists),
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToLong(Long::longValue).toArray());
    }

    /// Makes a table from all `2^J` counts, in the order of the patterns; element 0 is ignored.
    public static CaptureTable ofCells(List<String> lists, long[] cells) {
        if (cells.length != 1 << lists.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + lists.size() + " lists");
        }
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int pattern = 1; pattern < cells.length; pattern++) counts.put(pattern, cells[pattern]);
        return of(lists, counts);
    }

    public List<String> lists() {
        return lists;
    }

    public int listCount() {
        return lists.size();
    }

    /// The number of distinct patterns that somebody has.
    public int patternCount() {
        return patterns.length;
    }

    /// The pattern at a position from 0 to `patternCount() - 1`.
    public int pattern(int position) {
        return patterns[position];
    }

    /// The count at a position, at least 1.
    public long count(int position) {
        return counts[position];
    }

    /// Persons with exactly this pattern, possibly 0.
    public long countOf(int pattern) {
        int position = Arrays.binarySearch(patterns, pattern);
        return position < 0 ? 0 : counts[position];
    }

    /// All persons on at least one list, `n`.
    public long observed() {
        return observed;
    }

    /// Persons recorded by every list of a set, whatever the other lists say.
    public long recordedByAll(int listSet) {
        long sum = 0;
        for (int i = 0; i < patterns.length; i++) {
            if ((patterns[i] & listSet) == listSet) sum += counts[i];
        }
        return sum;
    }

    /// Persons on exactly this many lists: `f1`, `f2` and so on.
    public long recordedExactly(int times) {
        long sum = 0;
        for (int i = 0; i < patterns.length; i++) {
            if (Integer.bitCount(patterns[i]) == times) sum += counts[i];
        }
        return sum;
    }

    /// The `2^J` counts in the order of the patterns, with 0 for the all-zero pattern. For at most 20 lists.
    public long[] cells() {
        if (lists.size() > 20) throw new IllegalStateException("too many lists for a full table: " + lists.size());
        long[] cells = new long[1 << lists.size()];
        for (int i = 0; i < patterns.length; i++) cells[patterns[i]] = counts[i];
        return cells;
    }

    /// The lists that recorded somebody.
    public List<String> listsWithCaptures() {
        List<String> kept = new ArrayList<>();
        for (int j = 0; j < lists.size(); j++) if (recordedByAll(1 << j) > 0) kept.add(lists.get(j));
        return List.copyOf(kept);
    }

    /// The same persons seen by some of the lists only; who is on none of those is no longer observed.
    ///
    /// @param kept names of this table, in the order wanted
    public CaptureTable restrictedTo(List<String> kept) {
        int[] sources = kept.stream().mapToInt(this::indexOf).toArray();
        TreeMap<Integer, Long> sums = new TreeMap<>();
        for (int i = 0; i < patterns.length; i++) {
            int projected = 0;
            for (int j = 0; j < sources.length; j++) projected |= (patterns[i] >> sources[j] & 1) << j;
            if (projected != 0) sums.merge(projected, counts[i], Long::sum);
        }
        return of(kept, sums);
    }

    /// The same persons without one list.
    public CaptureTable without(String list) {
        return restrictedTo(lists.stream().filter(name -> !name.equals(list)).toList());
    }

    /// The table in which two lists count as one; the merged list stands in the place of the first.
    public CaptureTable merging(String first, String second) {
        int one = indexOf(first);
        int other = indexOf(second);
        if (one == other) throw new IllegalArgumentException("a list cannot be merged with itself: " + first);
        List<String> merged = new ArrayList<>(lists);
        merged.set(one, first + "+" + second);
        merged.remove(other);
        TreeMap<Integer, Long> sums = new TreeMap<>();
        for (int i = 0; i < patterns.length; i++) {
            int joined = patterns[i] | (patterns[i] >> other & 1) << one;
            int below = joined & ((1 << other) - 1);
            sums.merge(below | (joined >> (other + 1)) << other, counts[i], Long::sum);
        }
        return of(merged, sums);
    }

    /// The table with other counts for the same patterns, in the order of `pattern(0..)`; for resampling.
    public CaptureTable withCounts(long[] replaced) {
        TreeMap<Integer, Long> sums = new TreeMap<>();
        for (int i = 0; i < patterns.length; i++) sums.put(patterns[i], replaced[i]);
        return of(lists, sums);
    }

    /// SHA-256 of the canonical text of the table, in hexadecimal: the list names joined by commas and `count`, then
    /// one line `0,1,...,count` for each pattern held, in ascending order, lines ended by a line feed.
    ///
    /// It does not depend on the order of the rows nor on empty patterns, so that the same data have the same hash.
    public String sha256() {
        StringBuilder text = new StringBuilder(String.join(",", lists)).append(",count\n");
        for (int i = 0; i < patterns.length; i++) {
            for (int j = 0; j < lists.size(); j++)
                text.append(patterns[i] >> j & 1).append(',');
            text.append(counts[i]).append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new ConstanciaException(Problem.BUG, "The platform has no SHA-256", missing);
        }
    }

    /// The names of the lists of a set, joined: `EXH+HRW`.
    public String name(int listSet) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < lists.size(); j++) if ((listSet >> j & 1) == 1) names.add(lists.get(j));
        return String.join("+", names);
    }

    private int indexOf(String list) {
        int index = lists.indexOf(list);
        if (index < 0) throw new IllegalArgumentException("no list of this name: " + list);
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaptureTable table
                && lists.equals(table.lists)
                && Arrays.equals(patterns, table.patterns)
                && Arrays.equals(counts, table.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(patterns) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "CaptureTable[" + lists + ", n=" + observed + ", " + patterns.length + " patterns]";
    }
}
