package org.constancia.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/// Connection pools, small enough for two programs to share the 32 connections of the bundled server.
final class Pools {
    private static final int APPLICATION_CONNECTIONS = 8;
    private static final int OWNER_CONNECTIONS = 4;

    private Pools() {}

    static HikariDataSource application(DataSource login) {
        return new HikariDataSource(config("application", login, APPLICATION_CONNECTIONS));
    }

    static HikariDataSource owner(DataSource login) {
        return new HikariDataSource(config("owner", login, OWNER_CONNECTIONS));
    }

    private static HikariConfig config(String name, DataSource login, int most) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(login);
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(0);
        return config;
    }
}
