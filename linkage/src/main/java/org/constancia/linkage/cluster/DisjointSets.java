package org.constancia.linkage.cluster;

/// Sets of records that are united pair by pair (union by smaller root, path halving). The root of a set is
/// its smallest record, whatever the order of the unions.
public final class DisjointSets {
    private final int[] parent;

    public DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /// The smallest record of the set of `record`.
    public int root(int record) {
        int at = record;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    public void unite(int one, int other) {
        int a = root(one);
        int b = root(other);
        if (a < b) {
            parent[b] = a;
        } else {
            parent[a] = b;
        }
    }

    public int size() {
        return parent.length;
    }
}
