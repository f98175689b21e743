package org.constancia.evidence.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.durable.DurableFiles;
import org.constancia.evidence.merkle.ConsistencyProof;
import org.constancia.evidence.merkle.MerkleHash;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.NoteSigner;
import org.constancia.evidence.note.Policy;
import org.constancia.evidence.note.SignedNote;
import org.constancia.evidence.note.VerifierKey;
import org.constancia.evidence.note.VerifierKey.Verdict;

/// Cosigns checkpoints of logs it knows, each only when it extends the last one it cosigned (C2SP
/// tlog-witness). What it cosigned is durable before the cosignature leaves, so that two histories of one log
/// can never both bear it.
public final class Witness {
    private final Path directory;
    private final NoteSigner signer;
    private final Policy logs;
    private final Clock clock;

    /// A witness.
    ///
    /// @param directory where it remembers what it cosigned
    /// @param signer of a timed type
    /// @param logs the keys of the logs it cosigns, without quorum
    public Witness(Path directory, NoteSigner signer, Policy logs, Clock clock) {
        if (!signer.verifierKey().type().isTimed()) {
            throw new IllegalArgumentException("a witness signs with a time");
        }
        this.directory = directory;
        this.signer = signer;
        this.logs = logs;
        this.clock = clock;
    }

    /// Checks a request and cosigns its checkpoint.
    ///
    /// @return the checkpoint with the witness's signature alone, to be imported by the log
    /// @throws ConstanciaException `BAD_INPUT` when the log is unknown, its signature false or the proof wrong;
    ///     `CHANGED_MEANWHILE` with the fact `size` when the request starts from another size than was cosigned
    ///     last
    public SignedNote cosign(WitnessRequest request) {
        Checkpoint checkpoint = switch (logs.judge(request.checkpoint())) {
            case Policy.Judgement.Refused(String reason) -> throw refused(reason);
            case Policy.Judgement.Accepted accepted -> accepted.checkpoint();
        };
        Optional<Checkpoint> last = last(checkpoint.origin());
        long lastSize = last.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != lastSize) {
            throw new ConstanciaException(
                            Problem.CHANGED_MEANWHILE, "The request starts from another size than was cosigned last")
                    .with("size", lastSize);
        }
        if (!extendsLast(request, checkpoint, last.map(Checkpoint::root).orElse(MerkleHash.EMPTY))) {
            throw refused("the checkpoint does not extend the one cosigned last");
        }
        remember(checkpoint);
        return signer.sign(new SignedNote(request.checkpoint().text(), List.of()), clock);
    }

    /// Adds a witness's answer to a checkpoint.
    ///
    /// @throws ConstanciaException `BAD_INPUT` when it is about another checkpoint or not signed by this key
    public static SignedNote merge(SignedNote checkpoint, SignedNote answer, VerifierKey witness) {
        if (!answer.text().equals(checkpoint.text())) {
            throw refused("the answer is about another checkpoint");
        }
        if (!(witness.verify(answer) instanceof Verdict.Valid)) {
            throw refused("the answer is not signed by this witness");
        }
        SignedNote merged = checkpoint;
        for (var signature : answer.signatures()) {
            if (signature.keyName().equals(witness.name()) && signature.keyId() == witness.keyId()) {
                merged = merged.with(signature);
            }
        }
        return merged;
    }

    private static boolean extendsLast(WitnessRequest request, Checkpoint checkpoint, Sha256 lastRoot) {
        if (request.oldSize() == 0) {
            return request.proof().isEmpty()
                    && (checkpoint.size() > 0 || checkpoint.root().equals(MerkleHash.EMPTY));
        }
        return new ConsistencyProof(request.oldSize(), checkpoint.size(), request.proof())
                .connects(lastRoot, checkpoint.root());
    }

    private Optional<Checkpoint> last(String origin) {
        try {
            Path file = file(origin);
            return Files.exists(file) ? Optional.of(Checkpoint.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private void remember(Checkpoint checkpoint) {
        try {
            DurableFiles.createDirectories(directory);
            DurableFiles.write(file(checkpoint.origin()), checkpoint.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private Path file(String origin) {
        return directory.resolve(
                Sha256.digestOf(origin.getBytes(StandardCharsets.UTF_8)).hex());
    }

    private static ConstanciaException refused(String reason) {
        return new ConstanciaException(Problem.BAD_INPUT, "The witness refuses").with("reason", reason);
    }

    private static ConstanciaException failed(IOException cause) {
        return new ConstanciaException(Problem.STORAGE_FAILED, "The witness cannot keep what it cosigned", cause);
    }
}
