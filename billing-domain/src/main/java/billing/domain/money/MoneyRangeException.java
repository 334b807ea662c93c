package billing.domain.money;

/** An amount would have left the range that is kept of it. Nothing was changed: a wrapped amount would be a wrong one. */
public class MoneyRangeException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    MoneyRangeException() {
        super("BILL-0101 an amount would be larger than any that can be kept");
    }
}
