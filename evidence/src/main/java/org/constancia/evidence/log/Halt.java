package org.constancia.evidence.log;

import java.util.List;
import java.util.Locale;

/// What can be found that keeps a log from taking entries: going on could fork it, or hide a loss. Closed, so
/// that whoever shows it can say each in the reader's language; the words here are for the command line.
public enum Halt {
    /// An earlier log is open for reading, and a later one has begun.
    NEWER_ORIGIN("A newer origin has begun", Remedy.APPEND_TO_NEWER),
    /// Detail: what is wrong with it.
    UNREADABLE_CHECKPOINT("A kept checkpoint cannot be read: %s", Remedy.RESTORE_LOG),
    NO_OUTSIDE_COPY("There is a log but no copy of its checkpoint outside", Remedy.MOUNT_OUTSIDE_COPY),
    /// Detail: what is wrong with its signatures.
    UNSIGNED_CHECKPOINT("The log's checkpoint does not bear the log's signatures: %s", Remedy.RESTORE_LOG),
    /// Detail: what is wrong with its signatures.
    UNSIGNED_OUTSIDE_COPY("The outside copy does not bear the log's signatures: %s", Remedy.RESTORE_LOG),
    /// Details: entries on the disk, entries signed.
    ENTRIES_MISSING("The log has %s entries on disk's checkpoint, but %s were signed", Remedy.RESTORE_LOG),
    FORKED("The log on disk does not extend the outside copy", Remedy.RESTORE_LOG),
    FALSE_TILES("The tiles on disk do not have the signed root", Remedy.RESTORE_LOG),
    /// Detail: entries of the log.
    UNKNOWN_TO_DATABASE("The log has %s entries of which the database knows nothing", Remedy.RESTORE_BOTH),
    /// Details: the name of the log the database goes with, the name of the one on the disk.
    ANOTHER_LOG("The database goes with the log %s, on the disk is %s", Remedy.RESTORE_BOTH),
    /// Details: entries of the log, entries the database saw signed.
    OLDER_LOG("The log has %s entries, but %s were signed: it was restored to an older state", Remedy.RESTORE_BOTH),
    /// Details: entries of the log, how many of them the database knows.
    OLDER_DATABASE(
            "The log has %s entries, the database knows %s of them: it was restored to an older state",
            Remedy.RESTORE_BOTH),
    ANOTHER_HISTORY("The log does not extend the checkpoint the database knows", Remedy.RESTORE_BOTH),
    /// Detail: the index of the entry.
    ANOTHER_ENTRY("Entry %s is not the one the database knows", Remedy.RESTORE_BOTH),
    /// Detail: the index the change was given.
    ALTERED_CHANGE("The change of index %s is not the one it was given to", Remedy.CHECK_AND_RESTORE_DATABASE);

    /// What a person can do about it.
    public enum Remedy {
        APPEND_TO_NEWER("Read it; append to the newer one"),
        RESTORE_LOG(
                "Restore the tiles and the checkpoint from a backup that has them, or begin a new origin that commits"
                        + " to the last known checkpoint"),
        MOUNT_OUTSIDE_COPY(
                "Mount the place of the outside copy, or accept the log as it is if the copy is known to be lost"),
        RESTORE_BOTH("Restore database and log from one backup that has both, or begin a new origin with"
                + " `constancia log new-origin`"),
        CHECK_AND_RESTORE_DATABASE("Run `constancia fsck`, and restore the database from a backup");

        private final String text;

        Remedy(String text) {
            this.text = text;
        }

        /// In English.
        public String text() {
            return text;
        }
    }

    private final String pattern;
    private final Remedy remedy;

    Halt(String pattern, Remedy remedy) {
        this.pattern = pattern;
        this.remedy = remedy;
    }

    public Remedy remedy() {
        return remedy;
    }

    /// What was found, in English.
    String text(List<String> details) {
        return String.format(Locale.ROOT, pattern, details.toArray());
    }
}
