package org.constancia.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.constancia.evidence.note.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCopyTest {
    @TempDir
    Path directory;

    private TransparencyLog log;

    @BeforeEach
    void open() {
        log = new TestLog(directory).open();
    }

    @Test
    void aLogThatGrowsMeanwhileIsCopiedAsItStood() throws IOException {
        append(700);
        LogCopy copy = new LogCopy(directory.resolve("log"), 1, log.checkpoint());
        append(1000);
        Files.createDirectories(directory.resolve("log/1/stamps"));
        Files.writeString(directory.resolve("log/1/stamps/a.tsr"), "stamp");

        Path target = copyTo("copy", copy);

        assertThat(copy.missing()).isEmpty();
        assertThat(audit(target)).isEmpty();
        assertThat(target.resolve("1/tile/entries/002")).doesNotExist();
        assertThat(target.resolve("1/tile/entries/002.p/188")).exists();
        assertThat(target.resolve("1/stamps/a.tsr")).hasContent("stamp");
    }

    @Test
    void aTileThatIsGoneIsNamedAndTheOthersAreCopied() throws IOException {
        append(700);
        Files.delete(directory.resolve("log/1/tile/entries/001"));
        LogCopy copy = new LogCopy(directory.resolve("log"), 1, log.checkpoint());

        Path target = copyTo("copy", copy);

        assertThat(copy.missing()).containsExactly("log/1/tile/entries/001");
        assertThat(audit(target)).extracting(Disagreement::place).contains("tile/entries/001");
    }

    @Test
    void aLogThatHasEndedIsCopiedToo() throws IOException {
        append(300);
        Files.delete(directory.resolve("log/1/tile/entries/000"));
        Files.delete(directory.resolve("log/1/tile/1/000.p/1"));
        NewOrigin.begin(
                directory.resolve("log"),
                directory.resolve("outside"),
                new TestLog(directory).keyring(),
                TestLog.NOON,
                "actor");
        log = new TestLog(directory).open();

        Path target = copyTo("copy", new LogCopy(directory.resolve("log"), 2, log.checkpoint()));

        assertThat(target.resolve("1/checkpoint")).hasSameBinaryContentAs(directory.resolve("log/1/checkpoint"));
        assertThat(target.resolve("1/tile/entries/001.p/44")).exists();
        assertThat(LogAudit.audit(
                        target.resolve("2"), Policy.parse(log.policy()), Collections.emptyIterator(), (_, _) -> {}))
                .isEmpty();
    }

    private Path copyTo(String name, LogCopy copy) throws IOException {
        Path target = directory.resolve(name);
        copy.copyTo((file, content) -> {
            Files.createDirectories(target.resolve(file).getParent());
            Files.write(target.resolve(file), content);
        });
        return target;
    }

    private List<Disagreement> audit(Path target) {
        return LogAudit.audit(
                target.resolve("1"), Policy.parse(log.policy()), Collections.emptyIterator(), (_, _) -> {});
    }

    private void append(int count) {
        log.append(TestLog.entries(log.size(), count));
    }
}
