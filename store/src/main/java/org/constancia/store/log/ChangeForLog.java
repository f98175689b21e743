package org.constancia.store.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/// What a leaf is made from: a row of the outbox. Two of them are equal when they are the same row.
final class ChangeForLog {
    /// The columns [#read] takes, of the outbox as `o`.
    static final String COLUMNS =
            "o.id, o.number, o.collection_id, o.author, o.changed_at, o.kind, o.subject, o.content, o.salt";

    final UUID id;
    final long number;
    final UUID collection;
    final String author;
    final Instant changedAt;
    final String kind;
    final String subject;
    final String content;
    private final byte[] salt;

    private ChangeForLog(ResultSet row) throws SQLException {
        id = row.getObject("id", UUID.class);
        number = row.getLong("number");
        collection = row.getObject("collection_id", UUID.class);
        author = row.getString("author");
        changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        kind = row.getString("kind");
        subject = row.getString("subject");
        content = row.getString("content");
        salt = row.getBytes("salt");
    }

    static ChangeForLog read(ResultSet row, int rowNumber) throws SQLException {
        return new ChangeForLog(row);
    }

    byte[] salt() {
        return salt.clone();
    }
}
