package billing.ejb.account;

import billing.domain.account.Operator;
import billing.domain.id.Ids;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** Changes of who is an operator. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@SuppressWarnings("NullAway.Init")
public class OperatorSteps {
    @Inject
    AccountRepository accounts;

    @Inject
    InstantSource clock;

    /** False if the address is a member's. */
    public boolean ensure(String name, String email, String passwordHash) {
        Optional<Operator> known = accounts.findOperatorByEmail(email);
        if (known.isPresent()) {
            known.get().changePassword(passwordHash);
            return true;
        }
        if (accounts.findMemberByEmail(email).isPresent()) {
            return false;
        }
        String address = AccountRepository.lower(email);
        accounts.add(new Operator(Ids.mint(Ids.OPERATOR), name, address, passwordHash, clock.instant()));
        return true;
    }
}
