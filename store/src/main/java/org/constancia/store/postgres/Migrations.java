package org.constancia.store.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// The numbered SQL files of `db/migration`, run by the owner, each once and in order.
///
/// A database that knows a migration this program does not know, or knows it with another content, is refused: it
/// belongs to a newer Constancia, or somebody changed a file that had run.
final class Migrations {
    private final DataSource owner;
    private final Flyway flyway;

    Migrations(DataSource owner) {
        this(owner, "latest");
    }

    private Migrations(DataSource owner, String target) {
        this.owner = owner;
        flyway = Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0])
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .target(target)
                .load();
    }

    void run(Consumer<String> progress) {
        try {
            int pending = flyway.info().pending().length;
            if (pending > 0) {
                progress.accept("Preparing the tables (" + pending + (pending == 1 ? " step)" : " steps)"));
            }
            flyway.migrate();
        } catch (FlywayValidateException refused) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The tables were made by another Constancia than this one; update this one, or see the details",
                            refused)
                    .with("details", String.valueOf(refused.getMessage()).strip());
        } catch (FlywayException failure) {
            throw new ConstanciaException(Problem.BUG, "The tables could not be prepared", failure)
                    .with("details", String.valueOf(failure.getMessage()).strip());
        }
    }

    /// The migrations that have run, in order.
    Schema applied() {
        return new Schema(Arrays.stream(flyway.info().applied())
                .filter(migration -> migration.getVersion() != null)
                .map(Migrations::step)
                .toList());
    }

    /// Runs the migrations up to those of `schema` and no further.
    ///
    /// @throws ConstanciaException `DATABASE_NOT_OURS` when this program does not know them, or others ran before
    void runTo(Schema schema, Consumer<String> progress) {
        List<Schema.Step> known =
                Arrays.stream(flyway.info().all()).map(Migrations::step).toList();
        List<Schema.Step> wanted = schema.steps();
        if (wanted.isEmpty()
                || wanted.size() > known.size()
                || !known.subList(0, wanted.size()).equals(wanted)) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The tables were made by a newer or another Constancia than this one; take that one")
                    .with("tables", schema.version())
                    .with("this", known.isEmpty() ? "" : known.getLast().version());
        }
        new Migrations(owner, schema.version()).run(progress);
        Schema now = applied();
        if (!now.equals(schema)) {
            throw new ConstanciaException(Problem.DATABASE_NOT_OURS, "The database is not empty; give an empty one")
                    .with("tables", now.version());
        }
    }

    private static Schema.Step step(MigrationInfo migration) {
        return new Schema.Step(String.valueOf(migration.getVersion()), migration.getScript(), checksum(migration));
    }

    /// Names the set of migrations this program brings: changes when any file is added or changed.
    int fingerprint() {
        MigrationInfoService known = flyway.info();
        List<Object> all = Arrays.stream(known.all())
                .<Object>map(migration -> List.of(migration.getScript(), checksum(migration)))
                .toList();
        return all.hashCode();
    }

    private static int checksum(MigrationInfo migration) {
        return migration.getChecksum() == null ? 0 : migration.getChecksum();
    }
}
