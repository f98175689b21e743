package org.constancia.store.postgres;

import java.sql.SQLException;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PasswordUtil;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The role the application works as, on a server that somebody else runs: made when the owner of the database may
/// make roles, and checked in any case. A role that could pass by row-level security is refused.
final class ApplicationRole {
    private final JdbcClient owner;
    private final String name;
    private final ApplicationPassword password;

    ApplicationRole(PGSimpleDataSource owner, String name, ApplicationPassword password) {
        this.owner = JdbcClient.create(owner);
        this.name = name;
        this.password = password;
    }

    /// Turns a login to the database into the login of the role, which is made if it is missing and tried.
    PGSimpleDataSource prepare(PGSimpleDataSource login) {
        if (!exists()) {
            make();
        }
        refuseIfPrivileged();
        login.setUser(name);
        login.setPassword(password.value());
        try {
            login.getConnection().close();
        } catch (SQLException refused) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The application role cannot log in; give its password in CONSTANCIA_APPLICATION_PASSWORD",
                            refused)
                    .with("role", name)
                    .with("server", String.valueOf(refused.getMessage()));
        }
        return login;
    }

    private boolean exists() {
        return owner.sql("select exists (select from pg_roles where rolname = :role)")
                .param("role", name)
                .query(Boolean.class)
                .single();
    }

    /// The password goes to the server as a SCRAM verifier, so that no log of statements can hold it. Of several
    /// programs that start at once the first makes the role, and the others find it made.
    private void make() {
        String statement = "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'";
        try {
            owner.sql(statement.formatted(
                            name,
                            PasswordUtil.encodeScramSha256(password.value().toCharArray())))
                    .update();
        } catch (DataAccessException refused) {
            if (exists()) {
                return;
            }
            throw new ConstanciaException(
                            Problem.NOT_PERMITTED,
                            "The owner of this database may not make roles. Let an administrator run the statement, choose a"
                                    + " password, and give it in CONSTANCIA_APPLICATION_PASSWORD",
                            refused)
                    .with("statement", statement.formatted(name, "PASSWORD"));
        }
    }

    private void refuseIfPrivileged() {
        boolean isPrivileged =
                owner.sql("""
                        select rolsuper or rolbypassrls or pg_has_role(oid, current_user, 'member')
                        from pg_roles
                        where rolname = :role
                        """).param("role", name).query(Boolean.class).single();
        if (isPrivileged) {
            throw new ConstanciaException(
                            Problem.DATABASE_NOT_OURS,
                            "The application role could read past row-level security: it is a superuser, bypasses it, or is"
                                    + " the owner of the database. Log in as another owner, or change the role")
                    .with("role", name);
        }
    }
}
