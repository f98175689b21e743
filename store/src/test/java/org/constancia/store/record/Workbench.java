package org.constancia.store.record;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.constancia.core.record.Basis;
import org.constancia.core.record.Claim;
import org.constancia.core.record.CollectionId;
import org.constancia.core.record.EntityId;
import org.constancia.core.record.PassageId;
import org.constancia.core.record.Property;
import org.constancia.core.record.SourceId;
import org.constancia.core.record.StatementId;
import org.constancia.store.postgres.TestDatabase;

/// A collection to write in, and short ways to say what the tests say often.
final class Workbench {
    final TestDatabase database;
    final CollectionId collection = new CollectionId(UUID.randomUUID());
    final Session session = Session.working("ana", collection);
    final Records records;

    Workbench(TestDatabase database) {
        this.database = database;
        this.records = new Records(database.application(), Clock.systemUTC(), new SecureRandom());
        new CollectionRegister(database.owner()).found(collection, "test", true);
    }

    /// A source with this text as its layer.
    SourceId source(Writing writing, String text) {
        String digest = "%064x".formatted(text.hashCode() & 0xffff_ffffL);
        SourceId source = writing.sources()
                .preserve(new SourceDoor.Preserved(digest, digest + digest, text.length(), "text/plain"));
        writing.sources()
                .read(
                        source,
                        new SourceDoor.ReadingOutcome(
                                "text/plain", text, "es", null, null, null, "[]", "[]", null, null));
        return source;
    }

    static StatementId state(Writing writing, EntityId subject, Property property, String value) {
        return writing.statements()
                .accept(new Claim(
                        subject, property, property.parse(value), Basis.OBSERVED, null, null, "said in the test"));
    }

    static StatementId state(Writing writing, EntityId subject, Property property, String value, PassageId passage) {
        return writing.statements()
                .accept(new Claim(
                        subject, property, property.parse(value), Basis.ALLEGED, "the outlet", passage, null));
    }
}
