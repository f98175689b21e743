package org.constancia.app.configure;

import org.constancia.app.web.accountability.Accountability;
import org.constancia.app.web.geography.Geography;
import org.constancia.app.web.home.Today;
import org.constancia.app.web.inbox.InboxDesk;
import org.constancia.app.web.log.LogDesk;
import org.constancia.app.web.open.PublicRecord;
import org.constancia.app.web.record.DossierDesk;
import org.constancia.app.web.record.RecordDesk;
import org.constancia.app.web.record.RecordPages;
import org.constancia.app.web.rule.Rules;
import org.constancia.app.web.search.RecordSearch;
import org.constancia.app.web.source.Sources;

/// What the pages ask for, one door per capability.
public record Capabilities(
        Today today,
        InboxDesk inbox,
        Sources sources,
        RecordPages record,
        RecordDesk desk,
        RecordSearch search,
        Accountability accountability,
        Geography geography,
        PublicRecord publicRecord,
        DossierDesk dossiers,
        Rules rules,
        LogDesk log) {}
