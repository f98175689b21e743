package org.constancia.app.web.log;

import java.time.LocalDate;
import java.util.Optional;
import org.constancia.app.web.page.Trouble;

/// What the pages ask about the log. `get..` throws `RECORD_NOT_FOUND` for what is not there, or not logged yet.
public interface LogDesk {
    /// Why nothing can be recorded now.
    Optional<Trouble> trouble();

    LogPage getLog(int page);

    /// The proof of a change alone, `.tlog-proof`.
    Download getProof(String change);

    /// All that a stranger needs to check a change.
    Download getBundle(String change);

    /// The signed promise about a change.
    Download getReceipt(String change);

    /// The last signed checkpoint of a day.
    Download getCheckpoint(LocalDate day);

    /// The keys of the log as a policy.
    Download getPolicy();

    PaperPage getPaper();

    /// The paper checkpoint as one picture.
    Download getPaperPicture();

    /// What to give a witness.
    ///
    /// @param seen how many entries it cosigned last
    Download getWitnessRequest(long seen);

    /// Has everything that is preserved re-read in the background.
    void startReading();
}
