package org.constancia.evidence.note;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;

/// Reads the lines of a policy file in order; a name must be defined before it is used.
final class PolicyReader {
    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, Policy.Quorum> named = new TreeMap<>();
    private final Set<String> grouped = new HashSet<>();
    private Optional<Policy.Quorum> quorum = Optional.empty();
    private int line;

    Policy read(String text) {
        for (String each : text.split("\n", -1)) {
            line++;
            if (each.chars().anyMatch(character -> (character < 0x20 && character != '\t') || character == 0x7f)) {
                throw failure("a control character");
            }
            String trimmed = each.replaceAll("^[ \t]+|[ \t]+$", "");
            if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                readLine(List.of(trimmed.split("[ \t]+")));
            }
        }
        line = 0;
        return new Policy(logs, named, quorum.orElseThrow(() -> failure("no quorum line")));
    }

    private void readLine(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> readLog(words);
            case "witness" -> readWitness(words);
            case "group" -> readGroup(words);
            case "quorum" -> readQuorum(words);
            default -> throw failure("an unknown first word");
        }
    }

    private void readLog(List<String> words) {
        requireWords(words, 2, 3);
        VerifierKey key = key(words.get(1));
        if (key.type() == SignatureType.ED25519_COSIGNATURE) {
            throw failure("a log does not sign with this type");
        }
        if (logs.stream().anyMatch(key::hasSameKeyAs)) {
            throw failure("the same log key twice");
        }
        logs.add(key);
    }

    private void readWitness(List<String> words) {
        requireWords(words, 3, 4);
        VerifierKey key = key(words.get(2));
        if (!key.type().isTimed()) {
            throw failure("a witness does not sign with this type");
        }
        for (Policy.Quorum other : named.values()) {
            if (other instanceof Policy.Quorum.Witness(VerifierKey known) && known.hasSameKeyAs(key)) {
                throw failure("the same witness key twice");
            }
        }
        define(words.get(1), new Policy.Quorum.Witness(key));
    }

    private void readGroup(List<String> words) {
        requireWords(words, 4, Integer.MAX_VALUE);
        List<String> members = words.subList(3, words.size());
        for (String member : members) {
            if (!named.containsKey(member)) {
                throw failure("a member that is not defined above");
            }
            if (!grouped.add(member)) {
                throw failure("a member of two groups");
            }
        }
        define(words.get(1), new Policy.Quorum.Group(threshold(words.get(2), members.size()), members));
    }

    private int threshold(String word, int members) {
        int threshold = switch (word) {
            case "any" -> 1;
            case "all" -> members;
            default -> word.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(word) : 0;
        };
        if (threshold < 1 || threshold > members) {
            throw failure("a threshold that no group of this size has");
        }
        return threshold;
    }

    private void readQuorum(List<String> words) {
        requireWords(words, 2, 2);
        if (quorum.isPresent()) {
            throw failure("a second quorum line");
        }
        Policy.Quorum wanted = named.get(words.get(1));
        if (wanted != null) {
            quorum = Optional.of(wanted);
        } else if (words.get(1).equals("none")) {
            quorum = Optional.of(new Policy.Quorum.None());
        } else {
            throw failure("a quorum that is not defined above");
        }
    }

    private void define(String name, Policy.Quorum meaning) {
        if (name.equals("none") || named.putIfAbsent(name, meaning) != null) {
            throw failure("a name that is taken");
        }
    }

    private VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (ConstanciaException malformed) {
            throw failure(malformed.getMessage());
        }
    }

    private void requireWords(List<String> words, int min, int max) {
        if (words.size() < min || words.size() > max) {
            throw failure("too few or too many words");
        }
    }

    private ConstanciaException failure(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "This is not a policy")
                .with("line", line)
                .with("reason", reason);
    }
}
