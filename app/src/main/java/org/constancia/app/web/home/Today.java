package org.constancia.app.web.home;

/// Knows what needs a person.
public interface Today {
    HomePage today();

    /// Proposals that wait, for the navigation of every page.
    int waiting();
}
