package org.constancia.store.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.constancia.core.record.EntityKind;
import org.constancia.core.record.Property;
import org.constancia.store.postgres.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ProjectionTableTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @EnumSource
    void theTableHasAColumnForEveryPropertyAndNoOther(EntityKind kind) {
        List<String> expected = new ArrayList<>(List.of("id", "collection_id", "contested"));
        for (Property property : Property.of(kind)) expected.addAll(ProjectionTable.columns(property));

        List<String> columns = JdbcClient.create(DATABASE.owner())
                .sql(
                        "select column_name from information_schema.columns where table_schema = 'public' and table_name = :table")
                .param("table", ProjectionTable.of(kind).name())
                .query((row, number) -> row.getString(1))
                .list();

        assertThat(columns).containsExactlyInAnyOrderElementsOf(expected);
    }
}
