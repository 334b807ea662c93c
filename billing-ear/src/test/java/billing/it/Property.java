package billing.it;

/** What Maven tells the tests. */
public final class Property {

    private Property() {}

    /** The value of a system property without which nothing works. */
    public static String of(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is missing: run these tests by mvn verify");
        }
        return value;
    }
}
