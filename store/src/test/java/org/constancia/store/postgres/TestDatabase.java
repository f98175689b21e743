package org.constancia.store.postgres;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A migrated, empty database of its own for one test class:
///
/// ```java
/// @RegisterExtension
/// static final TestDatabase database = TestDatabase.fresh();
/// ```
public final class TestDatabase implements AfterAllCallback, AutoCloseable {
    private TestDatabase() {}

    public static TestDatabase fresh() {
        return new TestDatabase();
    }

    public DataSource application() {
        throw new UnsupportedOperationException();
    }

    public DataSource owner() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {}
}
