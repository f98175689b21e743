package org.constancia.evidence.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;

/// Decides at start whether a log may go on: what lies on the disk must be what was signed, and must extend
/// the last checkpoint kept outside. "A log MUST not sign any checkpoint which is inconsistent with any
/// checkpoint it previously signed" (C2SP tlog-checkpoint).
final class StartCheck {
    /// What was found.
    sealed interface Finding {
        /// Nothing was ever signed.
        record Fresh() implements Finding {}

        /// The log stands at this checkpoint.
        record Sound(SignedNote note, Checkpoint checkpoint) implements Finding {}

        /// The log must not go on. `last` is the last checkpoint known, for reading and for a new origin.
        record Halted(Optional<SignedNote> last, LogState.ReadOnly state) implements Finding {}
    }

    private final Policy policy;
    private final TileFiles tiles;

    StartCheck(LogKeys keys, TileFiles tiles) {
        this.policy = Policy.parse(keys.policy());
        this.tiles = tiles;
    }

    Finding check(Path checkpointFile, OutsideCopy outsideCopy) throws IOException {
        Optional<SignedNote> inside;
        Optional<SignedNote> outside;
        try {
            inside = Files.exists(checkpointFile)
                    ? Optional.of(SignedNote.parse(Files.readAllBytes(checkpointFile)))
                    : Optional.empty();
            outside = outsideCopy.latest();
        } catch (ConstanciaException malformed) {
            return halted(Optional.empty(), Halt.UNREADABLE_CHECKPOINT, malformed.getMessage());
        }
        if (inside.isEmpty() && outside.isEmpty()) {
            return new Finding.Fresh();
        }
        if (outside.isEmpty()) {
            if (Checkpoint.parse(inside.get().text()).size() == 0) {
                return new Finding.Fresh();
            }
            return halted(inside, Halt.NO_OUTSIDE_COPY);
        }
        for (SignedNote note : inside.stream().toList()) {
            if (policy.judge(note) instanceof Policy.Judgement.Refused(String reason)) {
                return halted(outside, Halt.UNSIGNED_CHECKPOINT, reason);
            }
        }
        if (policy.judge(outside.get()) instanceof Policy.Judgement.Refused(String reason)) {
            return halted(inside, Halt.UNSIGNED_OUTSIDE_COPY, reason);
        }
        return compare(inside, outside.get());
    }

    private Finding compare(Optional<SignedNote> inside, SignedNote outside) {
        Checkpoint kept = Checkpoint.parse(outside.text());
        Checkpoint own =
                inside.map(note -> Checkpoint.parse(note.text())).orElse(new Checkpoint(kept.origin(), 0, kept.root()));
        boolean behind = inside.isEmpty() || own.size() < kept.size();
        if (!rootIs(kept)) {
            return behind
                    ? halted(Optional.of(outside), Halt.ENTRIES_MISSING, inside.isEmpty() ? 0 : own.size(), kept.size())
                    : halted(Optional.of(outside), Halt.FORKED);
        }
        if (behind) {
            // The tiles are all there: only the checkpoint file is old.
            return new Finding.Sound(outside, kept);
        }
        SignedNote note = inside.get();
        return rootIs(own) ? new Finding.Sound(note, own) : halted(Optional.of(outside), Halt.FALSE_TILES);
    }

    private boolean rootIs(Checkpoint checkpoint) {
        try {
            return tiles.tree(checkpoint.size()).root(checkpoint.size()).equals(checkpoint.root());
        } catch (ConstanciaException missingTile) {
            return false;
        }
    }

    private static Finding halted(Optional<SignedNote> last, Halt halt, Object... details) {
        return new Finding.Halted(last, LogState.ReadOnly.because(halt, details));
    }
}
