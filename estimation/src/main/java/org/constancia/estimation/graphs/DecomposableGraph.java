package org.constancia.estimation.graphs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// A chordal graph on the lists, by its cliques and the separators between them, as sets of lists written as bits.
///
/// There is one separator fewer than cliques; a separator can be empty and can occur several times. Joined lists may
/// depend on each other; lists in different components are independent. There are 8, 61, 822, 18,154 and 617,675 such
/// graphs on 3 to 7 labelled nodes (OEIS A058862).
///
/// @param cliques the largest complete sets, in the order in which maximum cardinality search meets them
/// @param separators what each later clique shares with the earlier ones
public record DecomposableGraph(List<Integer> cliques, List<Integer> separators) {
    /// The most lists whose graphs are enumerated.
    public static final int MOST_LISTS = 7;

    public DecomposableGraph {
        cliques = List.copyOf(cliques);
        separators = List.copyOf(separators);
    }

    /// Every decomposable graph on the lists; the last one is saturated.
    public static List<DecomposableGraph> all(int lists) {
        if (lists < 2 || lists > MOST_LISTS) {
            throw new ConstanciaException(Problem.TOO_LARGE, "Graphs are averaged for 2 to 7 lists")
                    .with("lists", lists);
        }
        List<DecomposableGraph> graphs = new ArrayList<>();
        int pairs = lists * (lists - 1) / 2;
        for (int edges = 0; edges < 1 << pairs; edges++) {
            ofNeighbours(neighbours(lists, edges)).ifPresent(graphs::add);
        }
        return List.copyOf(graphs);
    }

    private static int[] neighbours(int lists, int edges) {
        int[] neighbours = new int[lists];
        int edge = 0;
        for (int one = 0; one < lists; one++) {
            for (int other = one + 1; other < lists; other++, edge++) {
                if ((edges >> edge & 1) == 0) continue;
                neighbours[one] |= 1 << other;
                neighbours[other] |= 1 << one;
            }
        }
        return neighbours;
    }

    /// Cliques and separators of a graph by maximum cardinality search, or nothing when it is not chordal.
    ///
    /// R. Tarjan and M. Yannakakis, "Simple linear-time algorithms to test chordality of graphs", SIAM Journal on
    /// Computing 13, 1984: visit next a node with most visited neighbours; the graph is chordal when those always
    /// form
    /// a complete set, and a new clique begins whenever they are not the whole clique under construction.
    ///
    /// @param neighbours for each list the set of lists joined to it
    public static Optional<DecomposableGraph> ofNeighbours(int[] neighbours) {
        List<Integer> cliques = new ArrayList<>();
        List<Integer> separators = new ArrayList<>();
        int visited = 0;
        int clique = 0;
        for (int step = 0; step < neighbours.length; step++) {
            int next = -1;
            int earlier = 0;
            for (int node = 0; node < neighbours.length; node++) {
                int seen = neighbours[node] & visited;
                if ((visited >> node & 1) == 0 && (next < 0 || Integer.bitCount(seen) > Integer.bitCount(earlier))) {
                    next = node;
                    earlier = seen;
                }
            }
            if (!isComplete(earlier, neighbours)) return Optional.empty();
            if (step > 0 && earlier != clique) {
                cliques.add(clique);
                separators.add(earlier);
            }
            clique = earlier | 1 << next;
            visited |= 1 << next;
        }
        cliques.add(clique);
        return Optional.of(new DecomposableGraph(cliques, separators));
    }

    private static boolean isComplete(int set, int[] neighbours) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int node = Integer.numberOfTrailingZeros(rest);
            if ((neighbours[node] & set) != (set & ~(1 << node))) return false;
        }
        return true;
    }

    /// Whether all lists form one clique: then the data say nothing about the unseen cell.
    public boolean isSaturated() {
        return cliques.size() == 1;
    }

    /// The cliques, large ones first, lists numbered from 1: `123|34`.
    public String name() {
        return cliques.stream()
                .sorted(Comparator.<Integer>comparingInt(clique -> -Integer.bitCount(clique))
                        .thenComparing(DecomposableGraph::digits))
                .map(DecomposableGraph::digits)
                .collect(Collectors.joining("|"));
    }

    private static String digits(int set) {
        StringBuilder name = new StringBuilder();
        for (int rest = set; rest != 0; rest &= rest - 1) {
            name.append((char) ('1' + Integer.numberOfTrailingZeros(rest)));
        }
        return name.toString();
    }
}
