package org.constancia.app.web.open;

import org.constancia.app.web.accountability.AccountabilityPage;
import org.constancia.app.web.accountability.AccountabilityQuery;
import org.constancia.app.web.geography.MapPage;

/// Reads published records only; whatever is not public is not found.
public interface PublicRecord {
    /// @param query empty for all
    PublicHomePage listEvents(String query, int page);

    PublicEventPage getEvent(String id);

    AccountabilityPage accountability(AccountabilityQuery query);

    MapPage map();

    /// Puts a reply into the inbox; nothing is published by it.
    void reply(NewReply reply);
}
