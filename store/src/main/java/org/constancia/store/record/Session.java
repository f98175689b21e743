package org.constancia.store.record;

import org.constancia.core.record.CollectionId;

/// Who is at work, in which collection, and how much of it they may see. Row-level security in the database holds a
/// transaction to its session.
///
/// @param author the name that stands beside every change
public record Session(String author, CollectionId collection, Scope scope) {
    public enum Scope {
        /// The working pages: all of the collection.
        WORKING,
        /// The public pages: only what is released.
        PUBLIC
    }

    public static Session working(String author, CollectionId collection) {
        return new Session(author, collection, Scope.WORKING);
    }

    /// A reader of the public pages, who can leave a reply and nothing else.
    public static Session ofReader(CollectionId collection) {
        return new Session("reader", collection, Scope.PUBLIC);
    }
}
