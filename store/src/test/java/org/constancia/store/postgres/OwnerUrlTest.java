package org.constancia.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.constancia.core.failure.ConstanciaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class OwnerUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://owner:p%40ss%2Fw+rd@db.example.org:5433/record?sslmode=require",
                "postgres://owner:p%40ss%2Fw+rd@db.example.org:5433/record?sslmode=require",
                "jdbc:postgresql://db.example.org:5433/record?sslmode=require&user=owner&password=p%40ss%2Fw%2Brd"
            })
    void bothSpellingsMeanTheSame(String url) {
        PGSimpleDataSource source = OwnerUrl.parse(url);
        assertThat(source.getServerNames()).containsExactly("db.example.org");
        assertThat(source.getPortNumbers()).containsExactly(5433);
        assertThat(source.getDatabaseName()).isEqualTo("record");
        assertThat(source.getUser()).isEqualTo("owner");
        assertThat(source.getPassword()).isEqualTo("p@ss/w+rd");
        assertThat(source.getSslMode()).isEqualTo("require");
    }

    @Test
    void theUsualPortIsUnderstood() {
        assertThat(OwnerUrl.parse("postgresql://owner@localhost/record").getPortNumbers())
                .containsExactly(5432);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://owner:secret@localhost/record",
                "owner:secret@localhost",
                "postgresql:///record",
                "jdbc:oracle:thin:owner/secret@localhost",
                "postgresql://owner:sec ret@localhost/record"
            })
    void whatIsNotUnderstoodIsNotRepeated(String url) {
        assertThatThrownBy(() -> OwnerUrl.parse(url))
                .isInstanceOf(ConstanciaException.class)
                .hasNoCause()
                .hasMessageContaining("is not understood")
                .hasMessageNotContaining("sec");
    }

    @Test
    void anAddressWithoutAUserIsRefused() {
        assertThatThrownBy(() -> OwnerUrl.parse("postgresql://localhost/record"))
                .hasMessageContaining("names no user");
    }
}
