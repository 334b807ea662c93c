package billing.domain.payment;

/** Who a customer is, as the gateway was told when it got to know it. */
public record GatewayCustomer(String name, String email) {}
