package org.constancia.bench.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One place at which a call to the system fails or kills: the `when`-th such call of a thread.
///
/// @param call name of the call, as strace writes it
/// @param when from 1; strace counts per thread, so that one place is met by each thread that comes so far
record FaultPlace(String call, Fault fault, int when) {
    /// What happens at the place. An injected error means that the call is not made at all.
    enum Fault {
        INPUT_OUTPUT_ERROR("error=EIO"),
        NO_SPACE("error=ENOSPC"),
        KILL("signal=KILL");

        private final String injection;

        Fault(String injection) {
            this.injection = injection;
        }
    }

    /// The calls by which files are made, written, moved, removed and made durable.
    static final List<String> CALLS = List.of(
            "openat",
            "mkdir",
            "write",
            "writev",
            "pwrite64",
            "pwritev",
            "ftruncate",
            "fsync",
            "fdatasync",
            "rename",
            "link",
            "linkat",
            "unlink");

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");

    /// All places of a run without faults: for each call as many as the busiest thread made.
    ///
    /// @param trace the lines strace wrote of it
    static List<FaultPlace> all(List<String> trace) {
        Map<String, Map<String, Integer>> made = new TreeMap<>();
        for (String line : trace) {
            Matcher call = CALL.matcher(line);
            if (!call.matches()) continue;
            made.computeIfAbsent(call.group(2), name -> new TreeMap<>()).merge(call.group(1), 1, Integer::sum);
        }
        List<FaultPlace> places = new ArrayList<>();
        made.forEach((call, threads) -> {
            int most =
                    threads.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            for (Fault fault : Fault.values()) {
                for (int when = 1; when <= most; when++) places.add(new FaultPlace(call, fault, when));
            }
        });
        return List.copyOf(places);
    }

    String injection() {
        return call + ":" + fault.injection + ":when=" + when;
    }

    /// Whether something must be refused where this happens: bytes were not written, or not made durable.
    boolean mustBeRefused() {
        return fault != Fault.KILL && (call.equals("fsync") || call.equals("fdatasync"));
    }
}
