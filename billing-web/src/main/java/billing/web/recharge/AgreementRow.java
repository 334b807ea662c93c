package billing.web.recharge;

import billing.ejb.recharge.Agreement;

/**
 * An agreement as a line of the page.
 *
 * @param who the name of whoever agreed
 */
public record AgreementRow(Agreement agreement, String who) {}
