package org.constancia.store.record;

import java.util.List;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.SourceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where a source that must not be kept leaves the record: its text, passages, proposals, captures, what was stated
/// about
/// it, and the statements out of force that rested on it. The log keeps an entry of each of these changes and can open
/// none of them any more. The bytes are the content store's and go after the transaction.
///
/// What is in force is never erased unseen: a statement that rests on the source is rejected or superseded first.
public final class ErasureDoor {
    /// @param sha256 of the bytes, which are to be removed from the content store now unless another collection has
    /// them
    /// @param closed how many changes can never be opened again
    public record Erased(SourceId source, long number, String sha256, long closed) {}

    private static final int NAMED = 12;

    private record Digests(long number, String sha256, String sha512, long length) {}

    private final Writing writing;
    private final JdbcClient jdbc;

    ErasureDoor(Writing writing) {
        this.writing = writing;
        this.jdbc = writing.jdbc();
    }

    /// @param reason why, in words that may be read by anybody who reads the record
    /// @throws ConstanciaException with [Problem#RECORD_NOT_FOUND]; [Problem#ALREADY_DECIDED] when it is erased;
    ///     [Problem#NOT_PERMITTED] when statements in force rest on it or it is part of a preserved container
    public Erased erase(SourceId source, String reason) {
        if (reason.isBlank() || reason.length() > 2_000) {
            throw new ConstanciaException(
                    Problem.USAGE, "Say in 1 to 2,000 characters why the source is erased; nothing was erased");
        }
        Digests digests = digests(source);
        refuseErased(source, digests);
        refuseInForce(source, digests);
        refuseContained(source, digests);
        EntityId entity = new EntityId(EntityKind.SOURCE, source.value());
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.SOURCE_ERASED,
                        entity.toString(),
                        Map.of(
                                "reason", reason,
                                "sha256", digests.sha256(),
                                "sha512", digests.sha512(),
                                "length", digests.length()));
        long closed = jdbc.sql("select erase_source(:source, :reason, :change)")
                .param("source", source.value())
                .param("reason", reason)
                .param("change", change.value())
                .query(Long.class)
                .single();
        writing.touch(entity);
        return new Erased(source, digests.number(), digests.sha256(), closed);
    }

    private Digests digests(SourceId source) {
        return jdbc.sql("select number, sha256, sha512, length from source where id = :source")
                .param("source", source.value())
                .query((row, number) -> new Digests(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)))
                .optional()
                .orElseThrow(() -> new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such source")
                        .with("source", source));
    }

    private void refuseErased(SourceId source, Digests digests) {
        if (jdbc.sql("select exists (select from erasure where source = :source)")
                .param("source", source.value())
                .query(Boolean.class)
                .single()) {
            throw new ConstanciaException(Problem.ALREADY_DECIDED, "The source was erased before")
                    .with("source", digests.number());
        }
    }

    private void refuseInForce(SourceId source, Digests digests) {
        List<Long> inForce = jdbc.sql("""
                        select s.number from statement s
                        where s.id in (select id from statements_resting_on(:source))
                              and s.subject <> :source and s.status not in ('rejected', 'superseded')
                        order by s.number
                        """)
                .param("source", source.value())
                .query((row, number) -> row.getLong(1))
                .list();
        if (inForce.isEmpty()) return;
        throw new ConstanciaException(
                        Problem.NOT_PERMITTED,
                        "Statements in force rest on the source or took the place of one that did, and nothing was"
                                + " erased; reject them, state anew what another source says, then erase it")
                .with("source", digests.number())
                .with("statements", inForce.size())
                .with("numbers", inForce.subList(0, Math.min(NAMED, inForce.size())));
    }

    private void refuseContained(SourceId source, Digests digests) {
        List<Long> containers = jdbc.sql("""
                        select distinct s.number from derivation d join source s on s.id = d.container
                        where d.source = :source order by s.number
                        """)
                .param("source", source.value())
                .query((row, number) -> row.getLong(1))
                .list();
        if (containers.isEmpty()) return;
        throw new ConstanciaException(
                        Problem.NOT_PERMITTED,
                        "The source is also inside a container that is preserved, and nothing was erased; erase the container")
                .with("source", digests.number())
                .with("containers", containers);
    }
}
