package org.constancia.app.cli.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadingCommandsTest {
    private static final String STORY = """
            Inquiry into bridge deaths goes on

            Spread the love

            At least 29 people were killed at the bridge, the prosecutor of the district said on Monday.

            READ ALSO:\u00A0 Storm closes coastal road for a third day.

            The families said that they would not leave the square before someone explains the delay to them.
            """;

    @TempDir
    Path folder;

    @Test
    void cleanGivesTheMainTextAndEveryBlockWithItsRule() throws IOException {
        Path file = Files.writeString(folder.resolve("story.txt"), STORY);
        JsonNode json = json(new CleanCommand(), file.toString(), "--json");
        assertThat(json.path("title").asString()).isEqualTo("Inquiry into bridge deaths goes on");
        assertThat(json.path("language").asString()).isEqualTo("en");
        assertThat(json.path("published").isNull()).isTrue();
        assertThat(json.path("text").asString()).startsWith("At least 29").doesNotContain("Storm");
        JsonNode note = json.path("blocks").get(3);
        assertThat(STORY.substring(note.path("start").asInt(), note.path("end").asInt()))
                .startsWith("READ ALSO:");
        assertThat(note.path("label").asString()).isEqualTo("boilerplate");
        assertThat(note.path("rule").asString()).isEqualTo("read-also");
    }

    @Test
    void aBatchGivesOneLineAFileAlsoForThoseNotUnderstood() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("a.txt"), STORY);
        Files.write(sources.resolve("b.bin"), new byte[0]);
        Path out = folder.resolve("out.jsonl");
        run(new CleanCommand(), "--batch", sources.toString(), "--out", out.toString());
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"file\":\"a.txt\"");
        assertThat(lines.get(1)).contains("\"file\":\"b.bin\"", "the file is empty");
    }

    @Test
    void nearDuplicatesNameTheChangedToll() throws IOException {
        Files.writeString(folder.resolve("a.txt"), STORY);
        Files.writeString(folder.resolve("b.txt"), STORY.replace("29", "31"));
        JsonNode family = json(new NearDuplicatesCommand(), folder.toString(), "--json")
                .path("families")
                .get(0);
        assertThat(family.path("files").size()).isEqualTo(2);
        JsonNode change = family.path("copies").get(0).path("changed_figures").get(0);
        assertThat(change.path("original").asString()).isEqualTo("29");
        assertThat(change.path("copy").asString()).isEqualTo("31");
    }

    @Test
    void anIndexRemembersWhatWasReadAndForgetsWhatIsGone() throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        String index = sources.resolve(".index").toString();
        Files.writeString(sources.resolve("a.txt"), STORY);
        Files.write(sources.resolve("d.bin"), new byte[0]);
        json(new NearDuplicatesCommand(), sources.toString(), "--index", index, "--json");
        Files.writeString(sources.resolve("b.txt"), STORY.replace("29", "31"));
        JsonNode second = json(new NearDuplicatesCommand(), sources.toString(), "--index", index, "--json");
        JsonNode anew = json(
                new NearDuplicatesCommand(),
                sources.toString(),
                "--index",
                folder.resolve("i").toString(),
                "--json");
        assertThat(second.path("files").asInt()).isEqualTo(3);
        assertThat(second.path("families")).hasSize(1).isEqualTo(anew.path("families"));
        assertThat(second.path("not_understood").has("d.bin")).isTrue();
        Files.delete(sources.resolve("a.txt"));
        JsonNode third = json(new NearDuplicatesCommand(), sources.toString(), "--index", index, "--json");
        assertThat(third.path("families")).isEmpty();
        assertThat(third.path("pairs")).isEmpty();
    }

    @Test
    void anIndexOfAnotherFolderIsNotOverwritten() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(one.resolve("a.txt"), STORY);
        Files.writeString(other.resolve("b.txt"), STORY);
        String index = folder.resolve("index").toString();
        run(new NearDuplicatesCommand(), one.toString(), "--index", index);
        assertThat(new CommandLine(new NearDuplicatesCommand())
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(other.toString(), "--index", index))
                .isNotZero();
    }

    @Test
    void aLongPageSaysHowFarItWasRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("long.txt"), STORY + "\n\n" + "The families will not leave the square. ".repeat(11_000));
        assertThat(json(new ExtractCommand(), file.toString(), "--json")
                        .path("unread")
                        .path("start")
                        .asInt())
                .isBetween(390_000, 410_000);
        assertThat(json(new ExtractCommand(), file.toString(), "--whole", "--json")
                        .has("unread"))
                .isFalse();
    }

    private static JsonNode json(Object command, String... arguments) {
        return new JsonMapper().readTree(run(command, arguments));
    }

    private static String run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command).setOut(new PrintWriter(out));
        assertThat(line.execute(arguments)).isZero();
        return out.toString();
    }
}
