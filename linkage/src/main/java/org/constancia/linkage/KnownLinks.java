package org.constancia.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.constancia.linkage.cluster.Constraints;
import org.constancia.linkage.compare.DocumentConflict;
import org.constancia.linkage.record.ColumnRole;
import org.constancia.linkage.record.People;
import org.constancia.linkage.review.Label;
import org.constancia.linkage.review.Labels;

/// What is known about who is who before anything is compared: lists without duplicates, documents that
/// exclude each other, the clusters of an earlier run, and what people decided, which goes before all else.
final class KnownLinks {
    private final People people;
    private final LinkageSettings settings;
    private int[] earlier = new int[0];

    KnownLinks(People people, LinkageSettings settings) {
        this.people = people;
        this.settings = settings;
    }

    /// Takes the clusters of an earlier run as given.
    ///
    /// @param clusterOfRecord the name of the earlier cluster of each record id
    void keep(Map<String, String> clusterOfRecord) {
        Map<String, Integer> numbers = new HashMap<>();
        earlier = new int[people.size()];
        Arrays.setAll(earlier, record -> {
            String name = clusterOfRecord.get(people.id(record));
            return name == null ? -1 : numbers.computeIfAbsent(name, key -> numbers.size());
        });
    }

    /// Whether a pair is compared: not one within a clean list when two lists are linked one to one, and not
    /// one of two records that an earlier run decided about.
    boolean isCompared(int left, int right) {
        if (settings.oneToOne() && people.list(left) == people.list(right)) {
            return false;
        }
        return earlier.length == 0 || earlier[left] < 0 || earlier[right] < 0;
    }

    Constraints constraints(Labels labels) {
        Constraints constraints = settings.documentsExclude()
                ? people.raw()
                        .find(ColumnRole.DOCUMENT)
                        .map(documents -> new Constraints(uniqueLists(), new DocumentConflict(documents)::isBetween))
                        .orElseGet(() -> new Constraints(uniqueLists()))
                : new Constraints(uniqueLists());
        Set<Long> decided = new HashSet<>();
        for (Label label : labels.decided()) {
            decided.add((long) label.left() << 32 | label.right());
            switch (label.verdict()) {
                case SAME -> constraints.same(label.left(), label.right());
                case DIFFERENT -> constraints.different(label.left(), label.right());
                case UNSURE -> {}
            }
        }
        addEarlier(constraints, decided);
        return constraints;
    }

    private int[] uniqueLists() {
        List<String> names = people.listNames();
        int[] lists = new int[people.size()];
        Arrays.setAll(lists, record -> {
            int list = people.list(record);
            return settings.uniqueLists().contains(names.get(list)) ? list : 0;
        });
        return lists;
    }

    /// Each record of an earlier cluster is held to the one before it, unless a person decided otherwise
    /// since.
    private void addEarlier(Constraints constraints, Set<Long> decided) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int record = 0; record < earlier.length; record++) {
            if (earlier[record] >= 0) {
                Integer before = last.put(earlier[record], record);
                if (before != null && !decided.contains((long) before << 32 | record)) {
                    constraints.same(before, record);
                }
            }
        }
    }
}
