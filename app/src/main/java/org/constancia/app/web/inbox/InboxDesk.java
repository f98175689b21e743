package org.constancia.app.web.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a person decides about proposals. Every decision can be undone.
///
/// All methods throw `ConstanciaException`: `RECORD_NOT_FOUND` for an unknown id, `ALREADY_DECIDED` for a proposal that
/// somebody else decided meanwhile, `BAD_INPUT` for a value that cannot be read.
public interface InboxDesk {
    InboxPage inbox(InboxQuery query);

    /// Writes the statements of a proposal.
    ///
    /// @param eventId the event it belongs to; absent makes a new one where the proposal needs one
    /// @param people persons or groups on record, by their role in the proposal; a role left out is made new
    void accept(String cardId, @Nullable String eventId, Map<InboxPage.Label, String> people);

    /// @param reason may be empty
    void reject(String cardId, String reason);

    /// Changes what is proposed; it stays a proposal, with the person as its author.
    void edit(String cardId, Map<InboxPage.Label, String> values);

    /// Cuts a proposal in two at a character of the text layer, inside its passage.
    void split(String cardId, int at);

    void undo(String cardId);

    /// @param published EDTF
    void setPublished(String sourceId, String published);

    void setOutlet(String sourceId, String outlet);

    /// Marks a reply as read.
    void closeReply(String replyId);
}
