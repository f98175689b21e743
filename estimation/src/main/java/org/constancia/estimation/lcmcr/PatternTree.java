package org.constancia.estimation.lcmcr;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The observed patterns with everything that is left of them when their lowest list is taken away again and again.
///
/// Node 0 is the pattern without lists. The probability of every other node is that of its parent times the odds of the
/// list it adds, so that all cells cost one product each, classes innermost.
final class PatternTree {
    /// For each node the node without its lowest list; always an earlier one.
    final int[] parents;

    /// For each node the list that it adds to its parent.
    final int[] added;

    /// For each observed pattern its node.
    final int[] observed;

    /// Nodes of patterns that nobody has, the first left out.
    final int[] unobserved;

    PatternTree(int[] patterns) {
        TreeSet<Integer> closed = new TreeSet<>();
        closed.add(0);
        for (int pattern : patterns) for (int rest = pattern; rest != 0; rest &= rest - 1) closed.add(rest);
        int[] nodes = closed.stream().mapToInt(Integer::intValue).toArray();
        parents = new int[nodes.length];
        added = new int[nodes.length];
        for (int i = 1; i < nodes.length; i++) {
            parents[i] = Arrays.binarySearch(nodes, nodes[i] & (nodes[i] - 1));
            added[i] = Integer.numberOfTrailingZeros(nodes[i]);
        }
        observed = Arrays.stream(patterns)
                .map(pattern -> Arrays.binarySearch(nodes, pattern))
                .toArray();
        Set<Integer> seen = Arrays.stream(patterns).boxed().collect(Collectors.toSet());
        unobserved = IntStream.range(1, nodes.length)
                .filter(i -> !seen.contains(nodes[i]))
                .toArray();
    }

    int nodeCount() {
        return parents.length;
    }

    /// Fills the cells of all nodes but the first.
    ///
    /// @param cells by node and class; those of node 0 are given
    /// @param odds by list and class
    /// @param classes how many classes a row of either holds
    void fill(double[] cells, double[] odds, int classes) {
        for (int i = 1; i < parents.length; i++) {
            int from = parents[i] * classes;
            int to = i * classes;
            int offset = added[i] * classes;
            for (int k = 0; k < classes; k++) cells[to + k] = cells[from + k] * odds[offset + k];
        }
    }

    /// Counts who is on which list: persons at a node or beyond it are on the list that the node adds, so that one walk
    /// from the leaves to the root counts all. Leaves everybody at node 0.
    ///
    /// @param persons by node and class
    /// @param captured receives the persons by list and class
    void collect(double[] persons, double[] captured, int lists, int classes) {
        Arrays.fill(captured, 0, lists * classes, 0);
        for (int i = parents.length - 1; i > 0; i--) {
            int from = i * classes;
            int to = parents[i] * classes;
            int list = added[i] * classes;
            for (int k = 0; k < classes; k++) {
                double here = persons[from + k];
                persons[to + k] += here;
                captured[list + k] += here;
            }
        }
    }
}
