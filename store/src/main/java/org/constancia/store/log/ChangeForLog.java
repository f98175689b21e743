package org.constancia.store.log;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.constancia.evidence.digest.Sha256;
import org.constancia.evidence.log.Salt;
import org.jspecify.annotations.Nullable;

/// What a leaf is made from: a row of the outbox. Two of them are equal when they are the same row.
final class ChangeForLog {
    /// The columns [#read] takes, of the outbox as `o`.
    static final String COLUMNS =
            "o.id, o.number, o.collection_id, o.author, o.changed_at, o.kind, o.subject, o.content, o.salt, o.commitment";

    final UUID id;
    final long number;
    final UUID collection;
    final String author;
    final Instant changedAt;
    final String kind;
    final String subject;
    private final Sha256 commitment;

    private ChangeForLog(ResultSet row) throws SQLException {
        id = row.getObject("id", UUID.class);
        number = row.getLong("number");
        collection = row.getObject("collection_id", UUID.class);
        author = row.getString("author");
        changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        kind = row.getString("kind");
        subject = row.getString("subject");
        commitment = commitment(row.getBytes("commitment"), row.getBytes("salt"), row.getString("content"));
    }

    static ChangeForLog read(ResultSet row, int rowNumber) throws SQLException {
        return new ChangeForLog(row);
    }

    /// What the change commits to: of an erased one this is all that is left.
    Sha256 commitment() {
        return commitment;
    }

    static Sha256 commitment(byte @Nullable [] kept, byte[] salt, String content) {
        return kept == null ? Salt.of(salt).commitTo(content.getBytes(StandardCharsets.UTF_8)) : Sha256.of(kept);
    }
}
