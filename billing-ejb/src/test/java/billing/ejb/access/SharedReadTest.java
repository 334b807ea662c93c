package billing.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import billing.ejb.house.Together;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One reads for all who wait. */
class SharedReadTest {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicBoolean broken = new AtomicBoolean();

    private final class Slow implements SharedRead.Source<Integer, String> {
        @Override
        public Map<Integer, String> read(Collection<Integer> questions) {
            reads.incrementAndGet();
            sleep(2);
            if (broken.get()) {
                throw new IllegalArgumentException("broken");
            }
            return questions.stream().collect(Collectors.toMap(Function.identity(), String::valueOf));
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private final SharedRead<Integer, String> shared = new SharedRead<>(() -> {
        opened.incrementAndGet();
        assertEquals(1, open.incrementAndGet());
        return new Slow();
    });

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void many_get_their_own_answers_by_few_reads() {
        List<Boolean> right = Together.each(40, n -> () -> {
            for (int i = 0; i < 20; i++) {
                if (!shared.ask(n * 1000 + i).equals(String.valueOf(n * 1000 + i))) {
                    return false;
                }
            }
            return true;
        });
        assertFalse(right.contains(false));
        assertTrue(reads.get() < 400, reads + " reads for 800 questions");
        assertTrue(opened.get() <= reads.get());
        assertEquals(0, open.get());
    }

    @Test
    void a_read_that_fails_fails_for_all_who_waited_for_it_and_for_nobody_after() {
        broken.set(true);
        Together.all(20, () -> assertThrows(IllegalStateException.class, () -> shared.ask(1)));
        broken.set(false);
        assertEquals("2", shared.ask(2));
        assertEquals(0, open.get());
    }

    @Test
    void a_source_that_does_not_open_leaves_nobody_waiting() {
        AtomicBoolean away = new AtomicBoolean(true);
        SharedRead<Integer, String> flaky = new SharedRead<>(() -> {
            if (away.get()) {
                throw new IllegalArgumentException("away");
            }
            open.incrementAndGet();
            return new Slow();
        });
        Together.all(20, () -> assertThrows(IllegalStateException.class, () -> flaky.ask(1)));
        away.set(false);
        assertEquals("3", flaky.ask(3));
    }

    @Test
    void who_is_interrupted_gets_the_answer_and_stays_interrupted() {
        Together.all(8, () -> {
            Thread.currentThread().interrupt();
            // the one who reads may be stopped by it; those who wait for it are not
            try {
                assertEquals("7", shared.ask(7));
            } catch (IllegalStateException stopped) {
                assertTrue(stopped.getCause() instanceof IllegalStateException);
                return null;
            }
            return Thread.interrupted();
        });
        assertEquals("8", shared.ask(8));
    }
}
