package billing.ejb.runtime;

/** The database did not do what it was asked to; the transaction is rolled back. */
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
