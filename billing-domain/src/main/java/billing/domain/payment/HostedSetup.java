package billing.domain.payment;

import java.net.URI;

/** The gateway's page where a card or a bank account is typed in. */
public record HostedSetup(String id, URI url) {}
