package billing.ejb.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.domain.account.Operator;
import billing.domain.id.Ids;
import billing.ejb.house.House;
import billing.ejb.house.InEachHouse;
import billing.ejb.house.Together;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is an operator, and that nobody becomes one by signing up. */
@InEachHouse
class OperatorsTest {
    private final OperatorService operators;
    private final AccountService accounts;
    private final String email = Ids.mint(Ids.OPERATOR) + "@example.com";

    OperatorsTest(House house) {
        operators = house.get(OperatorService.class);
        accounts = house.get(AccountService.class);
    }

    private SignUpResult signsUp() {
        return accounts.signUp(new SignUp("Acme", "Ada", email, "hash"));
    }

    @Test
    void an_operator_is_found_by_address_and_by_id() {
        assertTrue(operators.ensure("Operator", email, "hash"));
        Operator operator =
                operators.findByEmail(email.toUpperCase(java.util.Locale.ROOT)).orElseThrow();
        assertEquals(Optional.of(email), operators.find(operator.id()).map(Operator::email));
        assertEquals(Optional.empty(), operators.find("mem_1"));
    }

    @Test
    void the_configured_password_is_the_one_that_counts() {
        operators.ensure("Operator", email, "old");
        operators.ensure("Operator", email, "new");
        assertEquals("new", operators.findByEmail(email).orElseThrow().passwordHash());
    }

    @Test
    void two_nodes_that_start_at_once_make_one_operator() {
        assertEquals(Set.of(true), Set.copyOf(Together.all(8, () -> operators.ensure("Operator", email, "hash"))));
        assertTrue(operators.findByEmail(email).isPresent());
    }

    @Test
    void nobody_signs_up_with_an_operators_address() {
        operators.ensure("Operator", email, "hash");
        assertInstanceOf(SignUpResult.EmailTaken.class, signsUp());
    }

    @Test
    void a_member_does_not_become_an_operator() {
        assertInstanceOf(SignUpResult.SignedUp.class, signsUp());
        assertFalse(operators.ensure("Operator", email, "hash"));
        assertEquals(Optional.empty(), operators.findByEmail(email));
    }
}
