package org.constancia.evidence.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.note.VerifierKey.Verdict;

/// Whose signatures a verifier accepts (C2SP tlog-policy): the keys of known logs, known witnesses, and the
/// quorum of witnesses a checkpoint needs. The verifier brings it; it is never taken from what is being
/// verified.
///
/// To demand the log's post-quantum signature as well, name its ML-DSA-44 key as a witness of the quorum.
public final class Policy {
    private final List<VerifierKey> logs;
    private final Map<String, Quorum> named;
    private final Quorum quorum;
    private final JudgedNotes judged = new JudgedNotes();

    Policy(List<VerifierKey> logs, Map<String, Quorum> named, Quorum quorum) {
        this.logs = List.copyOf(logs);
        this.named = new TreeMap<>(named);
        this.quorum = quorum;
    }

    /// What must have cosigned.
    sealed interface Quorum {
        /// Nothing.
        record None() implements Quorum {}

        /// This key.
        record Witness(VerifierKey key) implements Quorum {}

        /// At least `threshold` of the members.
        record Group(int threshold, List<String> members) implements Quorum {
            public Group {
                members = List.copyOf(members);
            }
        }
    }

    /// The answer to one signed checkpoint.
    public sealed interface Judgement {
        /// A known log signed and the quorum cosigned.
        ///
        /// @param checkpoint what they signed
        /// @param log the log key whose signature was found
        /// @param witnesses the names of the witnesses that cosigned, in order
        record Accepted(Checkpoint checkpoint, VerifierKey log, List<String> witnesses) implements Judgement {
            public Accepted {
                witnesses = List.copyOf(witnesses);
            }
        }

        /// Not acceptable, and why.
        record Refused(String reason) implements Judgement {}
    }

    /// Reads a policy file.
    ///
    /// @throws ConstanciaException `BAD_INPUT` with the number of the first line that is wrong
    public static Policy parse(String text) {
        return new PolicyReader().read(text);
    }

    /// A policy that accepts one log without witnesses.
    public static Policy of(VerifierKey log) {
        return new Policy(List.of(log), Map.of(), new Quorum.None());
    }

    public List<VerifierKey> logs() {
        return logs;
    }

    /// Judges a signed checkpoint. A signature that claims a known key and does not verify refuses the whole
    /// note, as C2SP signed-note advises.
    public Judgement judge(SignedNote note) {
        return judged.judge(note, this::judgeAnew);
    }

    private Judgement judgeAnew(SignedNote note) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (ConstanciaException malformed) {
            return new Judgement.Refused(malformed.getMessage());
        }
        List<VerifierKey> ofOrigin = logs.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (ofOrigin.isEmpty()) {
            return new Judgement.Refused("the policy knows no log named " + checkpoint.origin());
        }
        Optional<VerifierKey> signer = Optional.empty();
        for (VerifierKey key : ofOrigin) {
            switch (key.verify(note)) {
                case Verdict.Valid _ -> signer = signer.or(() -> Optional.of(key));
                case Verdict.Invalid() -> {
                    return new Judgement.Refused("a false signature in the name of the log " + key.name());
                }
                case Verdict.NotSigned() -> {}
            }
        }
        if (signer.isEmpty()) {
            return new Judgement.Refused("no signature of a log key of the policy");
        }
        return judgeQuorum(note, checkpoint, signer.get());
    }

    private Judgement judgeQuorum(SignedNote note, Checkpoint checkpoint, VerifierKey signer) {
        List<String> cosigners = new ArrayList<>();
        for (Map.Entry<String, Quorum> entry : named.entrySet()) {
            if (entry.getValue() instanceof Quorum.Witness(VerifierKey key)) {
                switch (key.verify(note)) {
                    case Verdict.Valid _ -> cosigners.add(entry.getKey());
                    case Verdict.Invalid() -> {
                        return new Judgement.Refused(
                                "a false cosignature in the name of the witness " + entry.getKey());
                    }
                    case Verdict.NotSigned() -> {}
                }
            }
        }
        return isMet(quorum, new HashSet<>(cosigners))
                ? new Judgement.Accepted(checkpoint, signer, cosigners)
                : new Judgement.Refused("the quorum of witnesses is not met");
    }

    private boolean isMet(Quorum wanted, Collection<String> cosigners) {
        return switch (wanted) {
            case Quorum.None() -> true;
            case Quorum.Witness(VerifierKey key) ->
                named.entrySet().stream()
                        .filter(entry ->
                                entry.getValue() instanceof Quorum.Witness(VerifierKey other) && other.equals(key))
                        .anyMatch(entry -> cosigners.contains(entry.getKey()));
            case Quorum.Group(int threshold, var members) ->
                members.stream()
                                .filter(member -> isMet(member(member), cosigners))
                                .count()
                        >= threshold;
        };
    }

    private Quorum member(String name) {
        Quorum member = named.get(name);
        if (member == null) {
            throw new IllegalStateException("a group with an undefined member");
        }
        return member;
    }
}
