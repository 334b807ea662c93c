package billing.ejb.account;

/**
 * Somebody signs up.
 *
 * @param name the person's
 * @param passwordHash as the login's hash makes it, never the password
 */
public record SignUp(String accountName, String name, String email, String passwordHash) {}
