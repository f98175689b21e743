package org.constancia.evidence.note;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Policies that accept a log and the earlier ones it follows, without witnesses.
public final class LogPolicies {
    private LogPolicies() {}

    /// Demands the signature that every tool checks.
    ///
    /// @param logs the keys of each log, Ed25519 first, then ML-DSA-44
    public static String ed25519(List<List<VerifierKey>> logs) {
        return logLines(logs) + "quorum none\n";
    }

    /// Demands the post-quantum signature as well.
    ///
    /// @param logs the keys of each log, Ed25519 first, then ML-DSA-44
    public static String bothSignatures(List<List<VerifierKey>> logs) {
        String witnesses = IntStream.range(0, logs.size())
                .mapToObj(log -> "witness post-quantum-" + (log + 1) + " "
                        + logs.get(log).getLast() + "\n")
                .collect(Collectors.joining());
        String names = IntStream.rangeClosed(1, logs.size())
                .mapToObj(log -> " post-quantum-" + log)
                .collect(Collectors.joining());
        return logLines(logs) + witnesses + "group post-quantum any" + names + "\nquorum post-quantum\n";
    }

    private static String logLines(List<List<VerifierKey>> logs) {
        return logs.stream().map(keys -> "log " + keys.getFirst() + "\n").collect(Collectors.joining());
    }
}
