package org.constancia.store.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.note.Checkpoint;
import org.constancia.evidence.note.SignedNote;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the log, in a transaction of the owner in the scope of the log.
final class LogLedger {
    /// A log as the database knows it.
    ///
    /// @param size how many entries the last checkpoint had that was seen signed
    /// @param checkpoint that checkpoint
    record KnownLog(int number, String origin, long size, Optional<SignedNote> checkpoint) {}

    private final JdbcClient jdbc;

    LogLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnownLog> findLatest() {
        return jdbc.sql("select number, origin, size, checkpoint from log order by number desc limit 1")
                .query((row, number) -> new KnownLog(
                        row.getInt("number"),
                        row.getString("origin"),
                        row.getLong("size"),
                        Optional.ofNullable(row.getString("checkpoint")).map(SignedNote::parse)))
                .optional();
    }

    void begin(int number, String origin, Instant now) {
        jdbc.sql("insert into log (number, origin, begun_at) values (:number, :origin, :now)")
                .param("number", number)
                .param("origin", origin)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Entry 0 of a log that follows another commits to no change.
    void giveToOrigin(int log, String subject, Sha256 leafHash) {
        jdbc.sql("""
                        insert into log_entry (log, leaf, change, collection_id, subject, leaf_hash)
                        values (:log, 0, null, null, :subject, :hash)
                        """)
                .param("log", log)
                .param("subject", subject)
                .param("hash", leafHash.bytes())
                .update();
    }

    /// How many indices of a log were given.
    long given(int log) {
        return jdbc.sql("select coalesce(max(leaf) + 1, 0) from log_entry where log = :log")
                .param("log", log)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    long waiting() {
        return jdbc.sql("select count(*) from log_queue")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    boolean isWaiting(int log, long size) {
        return jdbc.sql("""
                        select exists (select from log_queue)
                               or exists (select from log_entry where log = :log and leaf >= :size)
                        """)
                .param("log", log)
                .param("size", size)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    List<ChangeForLog> queued(int limit) {
        return jdbc.sql("""
                        select %s
                        from (select number, change from log_queue order by number limit :limit) q
                             join outbox o on o.id = q.change
                        order by q.number
                        """.formatted(ChangeForLog.COLUMNS))
                .param("limit", limit)
                .query(ChangeForLog::read)
                .list();
    }

    /// Changes that have an index at or after `from`, in the order of the index.
    List<ChangeForLog> given(int log, long from, int limit) {
        return jdbc.sql("""
                        select %s
                        from log_entry e join outbox o on o.id = e.change
                        where e.log = :log and e.leaf >= :from and e.leaf < :from + :limit
                        order by e.leaf
                        """.formatted(ChangeForLog.COLUMNS))
                .param("log", log)
                .param("from", from)
                .param("limit", limit)
                .query(ChangeForLog::read)
                .list();
    }

    /// The leaf hash of the last entry about each of these blinded subjects, before an index of a log.
    Map<String, Sha256> lastHashes(List<String> subjects, int log, long before) {
        Map<String, Sha256> hashes = new HashMap<>();
        jdbc.sql("""
                        select s.subject, e.leaf_hash
                        from unnest(:subjects) as s (subject)
                             cross join lateral (select leaf_hash from log_entry
                                                 where subject = s.subject and (log, leaf) < (:log, :before)
                                                 order by log desc, leaf desc limit 1) e
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("log", log)
                .param("before", before)
                .query((RowCallbackHandler)
                        row -> hashes.put(row.getString("subject"), Sha256.of(row.getBytes("leaf_hash"))));
        return hashes;
    }

    /// Gives indices from `first` on, and takes the changes out of the queue.
    void give(int log, long first, List<Leaf> leaves) {
        long[] indices = new long[leaves.size()];
        byte[][] hashes = new byte[leaves.size()][];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = first + i;
            hashes[i] = leaves.get(i).entry().leafHash().bytes();
        }
        jdbc.sql("""
                        insert into log_entry (log, leaf, change, collection_id, subject, leaf_hash)
                        select :log, u.leaf, u.change, u.collection, u.subject, u.hash
                        from unnest(:leaves, :changes, :collections, :subjects, :hashes)
                             as u (leaf, change, collection, subject, hash)
                        order by u.leaf
                        """)
                .param("log", log)
                .param("leaves", indices)
                .param("changes", leaves.stream().map(Leaf::change).toArray(UUID[]::new))
                .param("collections", leaves.stream().map(Leaf::collection).toArray(UUID[]::new))
                .param(
                        "subjects",
                        leaves.stream().map(leaf -> leaf.entry().subject()).toArray(String[]::new))
                .param("hashes", hashes)
                .update();
        jdbc.sql("delete from log_queue where number = any (:numbers)")
                .param("numbers", leaves.stream().mapToLong(Leaf::number).toArray())
                .update();
    }

    /// Keeps what was signed.
    void signed(int log, SignedNote note, Instant now) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        jdbc.sql("update log set size = :size, checkpoint = :note where number = :log and size <= :size")
                .param("size", checkpoint.size())
                .param("note", note.format())
                .param("log", log)
                .update();
        if (checkpoint.size() == 0) return;
        jdbc.sql("""
                        insert into log_checkpoint (log, size, root, signed_at) values (:log, :size, :root, :now)
                        on conflict do nothing
                        """)
                .param("log", log)
                .param("size", checkpoint.size())
                .param("root", checkpoint.root().bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The leaf hashes a log should have from `from` on.
    List<Sha256> hashes(int log, long from, long to) {
        return jdbc.sql("""
                        select leaf_hash from log_entry where log = :log and leaf >= :from and leaf < :to order by leaf
                        """)
                .param("log", log)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Sha256.of(row.getBytes(1)))
                .list();
    }

    /// A checkpoint that was seen signed.
    record Signed(long size, Sha256 root) {}

    List<Signed> signed(int log) {
        return jdbc.sql("select size, root from log_checkpoint where log = :log order by size")
                .param("log", log)
                .query((row, number) -> new Signed(row.getLong("size"), Sha256.of(row.getBytes("root"))))
                .list();
    }

    /// How many changes are neither in the queue nor in a log.
    long forgotten() {
        return jdbc.sql("""
                        select count(*) from outbox o
                        where not exists (select from log_entry e where e.change = o.id)
                              and not exists (select from log_queue q where q.change = o.id)
                        """).query((row, number) -> row.getLong(1)).single();
    }

    /// Puts into the queue what is neither in it nor in a log. Nothing should be; a restore may leave some.
    int queueForgotten() {
        return jdbc.sql("""
                        insert into log_queue (number, change)
                        select number, id from outbox o
                        where not exists (select from log_entry e where e.change = o.id)
                              and not exists (select from log_queue q where q.change = o.id)
                        """).update();
    }

    /// Puts into the queue again what had an index of this log from `from` on, because its entries are lost.
    int queueLost(int log, long from) {
        return jdbc.sql("""
                        insert into log_queue (number, change)
                        select o.number, o.id from log_entry e join outbox o on o.id = e.change
                        where e.log = :log and e.leaf >= :from
                        on conflict do nothing
                        """).param("log", log).param("from", from).update();
    }

    /// The key of the blinding, made when there is none.
    Blinding blinding(RandomGenerator random) {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        jdbc.sql("insert into log_secret (name, key) values ('blinding', :key) on conflict do nothing")
                .param("key", fresh)
                .update();
        return new Blinding(jdbc.sql("select key from log_secret where name = 'blinding'")
                .query((row, number) -> row.getBytes(1))
                .single());
    }
}
