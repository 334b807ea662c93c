package billing.ejb.house;

/** What a house stands on: a JPA provider and a database. */
public enum Pair {
    HIBERNATE_H2(JpaProvider.HIBERNATE, false),
    HIBERNATE_POSTGRESQL(JpaProvider.HIBERNATE, true),
    ECLIPSELINK_H2(JpaProvider.ECLIPSELINK, false),
    ECLIPSELINK_POSTGRESQL(JpaProvider.ECLIPSELINK, true);

    private final JpaProvider provider;
    private final boolean postgresql;

    Pair(JpaProvider provider, boolean postgresql) {
        this.provider = provider;
        this.postgresql = postgresql;
    }

    JpaProvider provider() {
        return provider;
    }

    boolean isOnPostgresql() {
        return postgresql;
    }

    TestDatabase freshDatabase() {
        return postgresql ? TestDatabase.postgresql() : TestDatabase.h2();
    }
}
