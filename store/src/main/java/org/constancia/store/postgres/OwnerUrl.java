package org.constancia.store.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.constancia.core.failure.ConstanciaException;
import org.constancia.core.failure.Problem;
import org.postgresql.ds.PGSimpleDataSource;

/// Reads the address of a database in either of its two spellings: JDBC's `jdbc:postgresql://host/database?user=..`
/// and PostgreSQL's own `postgresql://user:password@host/database` (see "Connection URIs" in the manual of libpq).
///
/// No failure repeats the address, since it may hold a password.
final class OwnerUrl {
    private OwnerUrl() {}

    static PGSimpleDataSource parse(String url) {
        PGSimpleDataSource source =
                url.startsWith("jdbc:") ? fromJdbc(url) : fromUri(url.replaceFirst("^postgres:", "postgresql:"));
        if (source.getUser() == null) {
            throw new ConstanciaException(Problem.USAGE, "The database URL names no user, the owner of the tables");
        }
        return source;
    }

    private static PGSimpleDataSource fromJdbc(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException malformed) {
            throw notUnderstood();
        }
        return source;
    }

    private static PGSimpleDataSource fromUri(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            throw notUnderstood();
        }
        if (!"postgresql".equals(uri.getScheme()) || uri.getRawAuthority() == null) {
            throw notUnderstood();
        }
        String authority = uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        PGSimpleDataSource source =
                fromJdbc("jdbc:postgresql://" + authority.substring(at + 1) + uri.getRawPath() + query);
        if (at >= 0) {
            String[] user = authority.substring(0, at).split(":", 2);
            source.setUser(decoded(user[0]));
            if (user.length == 2) {
                source.setPassword(decoded(user[1]));
            }
        }
        return source;
    }

    /// A plus sign stands for itself in this part of an address.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ConstanciaException notUnderstood() {
        return new ConstanciaException(
                Problem.USAGE,
                "The database URL is not understood; write postgresql://user:password@host:port/database");
    }
}
