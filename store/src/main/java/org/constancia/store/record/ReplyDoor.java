package org.constancia.store.record;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.constancia.core.record.ChangeId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.ReplyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where replies from the public pages come in. A reply waits in the inbox and is never published by itself; the log
/// notes that one came, not what it says.
public final class ReplyDoor {
    public enum Handling {
        READ,
        SET_ASIDE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Writing writing;
    private final JdbcClient jdbc;

    ReplyDoor(Writing writing) {
        this.writing = writing;
        this.jdbc = writing.jdbc();
    }

    /// @param subject the released record it answers
    /// @param text at most 8,000 characters
    /// @param purpose a code of at most 40 characters: a correction, the other version, a source
    /// @param contact at most 200 characters, if the sender wants an answer
    public ReplyId receive(EntityId subject, String text, @Nullable String purpose, @Nullable String contact) {
        ReplyId id = new ReplyId(writing.ids().next());
        ChangeId change = writing.outbox()
                .append(
                        Change.Kind.REPLY_RECEIVED,
                        subject.toString(),
                        Map.of("reply", id.toString(), "characters", text.length()));
        jdbc.sql("""
                        insert into reply (id, collection_id, subject, text, purpose, contact, received_at, status, change)
                        values (:id, :collection, :subject, :text, :purpose, :contact, :at, 'waiting', :change)
                        """)
                .param("id", id.value())
                .param("collection", writing.session().collection().value())
                .param("subject", subject.value())
                .param("text", text)
                .param("purpose", purpose)
                .param("contact", contact)
                .param("at", writing.clock().instant().atOffset(ZoneOffset.UTC))
                .param("change", change.value())
                .update();
        return id;
    }

    public void handle(ReplyId id, Handling handling) {
        ChangeId change =
                writing.outbox().append(Change.Kind.REPLY_HANDLED, "reply:" + id, Map.of("after", handling.code()));
        int moved = jdbc.sql("update reply set status = :status, change = :change where id = :id")
                .param("status", handling.code())
                .param("change", change.value())
                .param("id", id.value())
                .update();
        if (moved == 0)
            throw new ConstanciaException(Problem.RECORD_NOT_FOUND, "There is no such reply").with("reply", id);
    }
}
