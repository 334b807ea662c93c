package billing.ejb.recharge;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The transactions of a link: it is used up before the bank is asked, so that two who press at once are one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class AuthorizationSteps {
    @Inject
    AuthorizationRepository links;

    @Inject
    InstantSource clock;

    /** Uses a link up; false if it was used before, or is too old. */
    public boolean use(String token) {
        return links.use(token, clock.instant());
    }

    /** The bank could not be asked: the link is good for another try. */
    public void giveBack(String token) {
        links.giveBack(token);
    }
}
