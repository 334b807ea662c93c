package billing.ejb.access;

import billing.domain.id.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * On this node, what wants the books of one account comes one by one before it takes a connection: a hundred who wait for one
 * row would keep all connections from everybody else. It makes nothing right, the row's lock does that.
 */
@ApplicationScoped
class AccountTurns {
    private static final int COUNT = 256;

    private final ReentrantLock[] turns =
            Stream.generate(() -> new ReentrantLock(true)).limit(COUNT).toArray(ReentrantLock[]::new);

    <T> T inTurn(AccountId account, Supplier<T> work) {
        ReentrantLock turn = turns[Math.floorMod(account.hashCode(), COUNT)];
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
