package org.constancia.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.constancia.app.sources.Reception;
import org.constancia.core.place.Gazetteer;
import org.constancia.store.postgres.TestDatabase;
import org.constancia.text.document.ReadingLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class DemonstrationTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    static Path directory;

    private static Reception reception;
    private static Demonstration demonstration;

    @BeforeAll
    static void load() {
        reception = new Reception(DATABASE, directory, ReadingLimits.USUAL);
        demonstration =
                new Demonstration(reception.records(), reception.session(), reception.intake(), Gazetteer.bundled());
        demonstration.load();
    }

    @AfterAll
    static void close() {
        reception.close();
    }

    @Test
    void everyPageHasSomethingToShow() {
        assertThat(count("event")).isEqualTo(40);
        assertThat(count("proceeding")).isGreaterThan(20);
        assertThat(reception.count("select count(distinct stage) from step")).isGreaterThanOrEqualTo(8);
        assertThat(reception.count("select count(distinct status) from commitment"))
                .isGreaterThanOrEqualTo(4);
        assertThat(count("movement")).isPositive();
        assertThat(count("demand")).isPositive();
        assertThat(reception.count("select count(*) from candidate where status = 'waiting'"))
                .isGreaterThan(10);
    }

    @Test
    void threeSourcesDisagreeAboutOneToll() {
        assertThat(reception.count("""
                        select max(numbers) from (
                            select count(distinct number) as numbers from figure group by event, unit) tolls
                        """)).isEqualTo(3);
    }

    @Test
    void twoSourcesContradictEachOtherAboutADate() {
        assertThat(reception.count("select count(*) from event where 'date' = any (contested)"))
                .isEqualTo(1);
    }

    @Test
    void loadedOnceMoreItStaysAsItIs() {
        long changes = count("outbox");
        demonstration.load();
        assertThat(count("outbox")).isEqualTo(changes);
    }

    @Test
    void theCollectionSaysThatItIsFictional() {
        assertThat(reception.count("select count(*) from collection where fictional"))
                .isEqualTo(1);
    }

    @Test
    void thePublicSeesTheReleasedEventsAndNoOther() {
        List<String> released = DemoData.shipped().events().stream()
                .filter(event -> event.release().equals("public"))
                .map(DemoData.DemoEvent::title)
                .toList();
        assertThat(inPublic("select title from event")).containsExactlyInAnyOrderElementsOf(released);
    }

    @ParameterizedTest
    @CsvSource({
        "act, event, event", "figure, event, event", "declaration, event, event", "movement, event, event",
        "citation, event, event", "involvement, act, act", "step, proceeding, proceeding",
                "outcome, proceeding, proceeding"
    })
    void noPartOfWhatIsInternalIsShown(String part, String column, String whole) {
        String orphans =
                "select count(*)::text from %s where %s not in (select id from %s)".formatted(part, column, whole);
        assertThat(inPublic(orphans)).containsExactly("0");
        assertThat(inPublic("select count(*)::text from " + part)).doesNotContain("0");
    }

    static Stream<String> contentTables() {
        return JdbcClient.create(DATABASE.owner()).sql("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'collection_id' order by 1
                        """).query((row, number) -> row.getString(1)).list().stream();
    }

    @ParameterizedTest
    @MethodSource("contentTables")
    void noTableShowsThePublicAnInternalEventOrPersonByName(String table) {
        DemoData data = DemoData.shipped();
        List<String> internal = Stream.concat(
                        data.events().stream()
                                .filter(event -> !event.release().equals("public"))
                                .map(DemoData.DemoEvent::title),
                        data.people().values().stream()
                                .filter(person -> !person.release().equals("public"))
                                .map(DemoData.DemoPerson::name))
                .toList();
        assertThat(internal).hasSizeGreaterThan(10);

        String shown = String.join("\n", inPublic("select to_jsonb(t)::text from " + table + " t"));

        assertThat(internal).noneMatch(shown::contains);
    }

    private static List<String> inPublic(String question) {
        return reception
                .records()
                .read(
                        reception.reader(),
                        jdbc -> jdbc.sql(question)
                                .query((row, number) -> row.getString(1))
                                .list());
    }

    private static long count(String table) {
        return reception.count("select count(*) from " + table);
    }
}
