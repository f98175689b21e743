package org.constancia.store.record;

import java.time.Instant;
import org.constancia.core.record.ChangeId;

/// One logged change, as the history of a record shows it.
///
/// @param number its place in the order of changes
/// @param subject what was changed, such as `event:018f…`
/// @param content the change as JSON, with the values before and after
public record Change(
        ChangeId id, long number, String author, Instant changedAt, Kind kind, String subject, String content) {
    /// What can be done to the record. The codes are in the log, so they never change their meaning.
    public enum Kind {
        ENTITY_CREATED("entity.created"),
        STATEMENT_ACCEPTED("statement.accepted"),
        STATEMENT_SUPERSEDED("statement.superseded"),
        STATEMENT_REJECTED("statement.rejected"),
        STATEMENT_CONTESTED("statement.contested"),
        STATEMENT_REINSTATED("statement.reinstated"),
        RESOLUTION_MADE("resolution.made"),
        RESOLUTION_WITHDRAWN("resolution.withdrawn"),
        SOURCE_PRESERVED("source.preserved"),
        SOURCE_CAPTURED("source.captured"),
        SOURCE_READ("source.read"),
        SOURCE_UNPACKED("source.unpacked"),
        METADATA_READ("metadata.read"),
        SOURCE_COMPARED("source.compared"),
        PASSAGE_MARKED("passage.marked"),
        CANDIDATES_PROPOSED("candidates.proposed"),
        CANDIDATE_REVISED("candidate.revised"),
        CANDIDATE_DECIDED("candidate.decided"),
        CANDIDATE_REOPENED("candidate.reopened"),
        REPLY_RECEIVED("reply.received"),
        REPLY_HANDLED("reply.handled"),
        PROJECTIONS_REBUILT("projections.rebuilt"),
        DOSSIER_EXPORTED("dossier.exported"),
        EXPORT_MADE("export.made"),
        IMPORT_MADE("import.made"),
        BACKUP_MADE("backup.made"),
        BACKUP_RESTORED("backup.restored"),
        EVENT_PUBLISHED("event.published"),
        EVENT_WITHDRAWN("event.withdrawn"),
        IDENTITY_MERGED("identity.merged"),
        SOURCE_ERASED("source.erased"),
        SOURCE_DERIVED("source.derived"),
        PAGE_CAPTURED("page.captured"),
        SCRUB_DONE("scrub.done"),
        ANCHOR_ADDED("anchor.added");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Kind of(String code) {
            for (Kind kind : values()) if (kind.code.equals(code)) return kind;
            throw new IllegalArgumentException("no such kind of change: " + code);
        }
    }
}
