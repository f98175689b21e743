package org.constancia.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {
    @TempDir
    Path home;

    @Test
    void anInterruptedUnpackingIsDoneAgainAndACompleteOneIsKept() throws IOException {
        List<String> told = new ArrayList<>();
        PostgresBinaries unpacked = PostgresBinaries.under(home, told::add);
        Path partial = unpacked.directory().resolveSibling(unpacked.directory().getFileName() + ".partial");
        Files.move(unpacked.directory(), partial);
        Files.delete(partial.resolve("bin/initdb"));

        PostgresBinaries again = PostgresBinaries.under(home, told::add);
        PostgresBinaries kept = PostgresBinaries.under(home, told::add);

        assertThat(again).isEqualTo(kept).isEqualTo(unpacked);
        assertThat(told).hasSize(2).allMatch(line -> line.startsWith("Unpacking PostgreSQL 18."));
        assertThat(partial).doesNotExist();
        assertThat(Path.of(again.program("initdb"))).isExecutable();
        assertThat(again.major()).isEqualTo(18);
        try (Stream<Path> libraries = Files.list(again.directory().resolve("lib"))) {
            assertThat(libraries.filter(Files::isSymbolicLink)).isNotEmpty().allMatch(Files::exists);
        }
    }
}
