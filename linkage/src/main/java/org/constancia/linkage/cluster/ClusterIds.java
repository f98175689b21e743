package org.constancia.linkage.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// Names clusters so that a name outlives the run.
///
/// A new cluster is called after its smallest record id in the order of characters, whatever the order of the
/// records. With the clusters of an earlier run, a cluster keeps the name most of its records had; when a
/// cluster was split, the part with more of its records keeps the name (at equal numbers the one with the
/// smaller record id); when clusters were merged, the name held by more records stays.
public final class ClusterIds {
    /// What became of the clusters of an earlier run.
    ///
    /// @param kept clusters with the same name and the same earlier records and nothing new
    /// @param absorbed names of clusters that took in new records only
    /// @param merged the name that stayed, and the names that went into it
    /// @param split the earlier name, and the names its records have now
    /// @param created names of clusters of new records only
    public record Changes(
            int kept,
            Set<String> absorbed,
            Map<String, Set<String>> merged,
            Map<String, Set<String>> split,
            Set<String> created) {}

    private final String[] names;
    private final int count;
    private final Changes changes;

    private ClusterIds(String[] names, int count, Changes changes) {
        this.names = names;
        this.count = count;
        this.changes = changes;
    }

    /// Names all clusters.
    ///
    /// @param recordId the id of a record
    /// @param earlier the cluster name of every record id of an earlier run; empty for none
    public static ClusterIds of(Clusters clusters, IntFunction<String> recordId, Map<String, String> earlier) {
        int size = clusters.size();
        String[] smallest = new String[size];
        for (int record = 0; record < size; record++) {
            String id = recordId.apply(record);
            int cluster = clusters.of(record);
            if (smallest[cluster] == null || id.compareTo(smallest[cluster]) < 0) {
                smallest[cluster] = id;
            }
        }
        String[] named = earlier.isEmpty() ? smallest : continued(clusters, recordId, earlier, smallest);
        String[] names = new String[size];
        int count = 0;
        for (int record = 0; record < size; record++) {
            names[record] = named[clusters.of(record)];
            count += clusters.of(record) == record ? 1 : 0;
        }
        Changes changes = earlier.isEmpty()
                ? new Changes(0, Set.of(), Map.of(), Map.of(), Set.of())
                : changes(names, recordId, earlier);
        return new ClusterIds(names, count, changes);
    }

    private record Claim(String earlier, int cluster, int records, String smallest) {}

    private static String[] continued(
            Clusters clusters, IntFunction<String> recordId, Map<String, String> earlier, String[] smallest) {
        Map<String, Map<Integer, Integer>> overlap = new TreeMap<>();
        for (int record = 0; record < clusters.size(); record++) {
            String name = earlier.get(recordId.apply(record));
            if (name != null) {
                overlap.computeIfAbsent(name, key -> new HashMap<>()).merge(clusters.of(record), 1, Integer::sum);
            }
        }
        List<Claim> claims = new ArrayList<>();
        overlap.forEach((name, parts) ->
                parts.forEach((cluster, records) -> claims.add(new Claim(name, cluster, records, smallest[cluster]))));
        claims.sort(Comparator.comparingInt(Claim::records)
                .reversed()
                .thenComparing(Claim::earlier)
                .thenComparing(Claim::smallest));
        String[] named = new String[clusters.size()];
        Set<String> given = new HashSet<>();
        for (Claim claim : claims) {
            if (named[claim.cluster()] == null && given.add(claim.earlier())) {
                named[claim.cluster()] = claim.earlier();
            }
        }
        Set<String> reserved = new HashSet<>(earlier.values());
        for (int cluster = 0; cluster < named.length; cluster++) {
            if (smallest[cluster] != null && named[cluster] == null) {
                named[cluster] = free(smallest[cluster], reserved);
            }
        }
        return named;
    }

    /// A name that no cluster had before: a name that was given once never means another person.
    private static String free(String name, Set<String> reserved) {
        String candidate = name;
        for (int copy = 2; !reserved.add(candidate); copy++) {
            candidate = name + "~" + copy;
        }
        return candidate;
    }

    private static Changes changes(String[] names, IntFunction<String> recordId, Map<String, String> earlier) {
        Map<String, Set<String>> cameFrom = new TreeMap<>();
        Map<String, Set<String>> wentTo = new TreeMap<>();
        Set<String> withNew = new TreeSet<>();
        for (int record = 0; record < names.length; record++) {
            String before = earlier.get(recordId.apply(record));
            cameFrom.computeIfAbsent(names[record], key -> new TreeSet<>());
            if (before == null) {
                withNew.add(names[record]);
            } else {
                cameFrom.get(names[record]).add(before);
                wentTo.computeIfAbsent(before, key -> new TreeSet<>()).add(names[record]);
            }
        }
        Set<String> absorbed = new TreeSet<>();
        Set<String> created = new TreeSet<>();
        Map<String, Set<String>> merged = new TreeMap<>();
        int kept = 0;
        for (Map.Entry<String, Set<String>> entry : cameFrom.entrySet()) {
            Set<String> from = entry.getValue();
            if (from.isEmpty()) {
                created.add(entry.getKey());
            } else if (from.size() > 1) {
                merged.put(entry.getKey(), from);
            } else if (withNew.contains(entry.getKey())) {
                absorbed.add(entry.getKey());
            } else {
                kept++;
            }
        }
        wentTo.values().removeIf(now -> now.size() < 2);
        return new Changes(kept, absorbed, merged, wentTo, created);
    }

    /// The name of a record's cluster.
    public String name(int record) {
        return names[record];
    }

    /// How many clusters there are.
    public int count() {
        return count;
    }

    public Changes changes() {
        return changes;
    }
}
