package billing.ejb.account;

import billing.domain.account.Operator;
import billing.domain.id.Ids;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** The platform's own people. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init")
public class OperatorService {
    @Inject
    AccountRepository accounts;

    @Inject
    OperatorSteps steps;

    /** The operator who logs in with this address, in any case. */
    public Optional<Operator> findByEmail(String email) {
        return accounts.findOperatorByEmail(email);
    }

    public Optional<Operator> find(String id) {
        return Ids.isId(Ids.OPERATOR, id) ? accounts.findOperator(id) : Optional.empty();
    }

    /**
     * Makes sure that there is an operator with this address and password; another node may do the same at the same moment.
     *
     * @return false if a member logs in with this address, who must not become an operator by it
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean ensure(String name, String email, String passwordHash) {
        try {
            return steps.ensure(name, email, passwordHash);
        } catch (EJBException e) {
            if (findByEmail(email).isPresent()) {
                return true;
            }
            throw e;
        }
    }
}
