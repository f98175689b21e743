package org.constancia.store.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.constancia.evidence.digest.Sha256;

/// The leaf hashes the database gave indices to, in order of the index, read page by page.
final class GivenHashes implements Iterator<Sha256> {
    private static final int PAGE = 4096;

    private final LogTurn turn;
    private final int log;
    private final Deque<Sha256> page = new ArrayDeque<>();
    private long next;

    GivenHashes(LogTurn turn, int log) {
        this.turn = turn;
        this.log = log;
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty()) {
            page.addAll(turn.inTransaction(jdbc -> new LogLedger(jdbc).hashes(log, next, next + PAGE)));
            next += page.size();
        }
        return !page.isEmpty();
    }

    @Override
    public Sha256 next() {
        if (!hasNext()) throw new NoSuchElementException();
        return page.removeFirst();
    }
}
