package billing.ejb.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread read for all who wait. Who comes while nobody reads, reads at once; who comes meanwhile waits for the next
 * read, which begins when this one ends and answers all of them. So a read never begins before the question that it answers,
 * nobody waits for company, and the reads grow with the load by themselves.
 *
 * @param <Q> a question; equal ones are asked once
 * @param <A> its answer
 */
final class SharedRead<Q, A> {
    /** So many reads by one thread, then another one's turn comes: its own caller waits for it. */
    private static final int MOST_READS = 8;

    /** Something that is opened, read from a few times, and closed: opening it may cost more than the reading. */
    interface Source<Q, A> extends AutoCloseable {
        /** Answers all questions. */
        Map<Q, A> read(Collection<Q> questions);

        @Override
        void close();
    }

    /** One who waits. */
    private static final class Waiting<Q, A> {
        private final Q question;
        private final Thread thread = Thread.currentThread();
        private volatile boolean leads;
        private volatile boolean done;
        private @Nullable A answer;
        private @Nullable Throwable failure;

        Waiting(Q question) {
            this.question = question;
        }

        void finish(@Nullable A itsAnswer, @Nullable Throwable itsFailure) {
            answer = itsAnswer;
            failure = itsFailure;
            done = true;
            wake();
        }

        void lead() {
            leads = true;
            wake();
        }

        private void wake() {
            if (thread != Thread.currentThread()) {
                LockSupport.unpark(thread);
            }
        }

        /** A read is short and bounded: who is interrupted waits for it all the same. */
        void await() {
            boolean interrupted = false;
            while (!done && !leads) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
        }

        A result() {
            if (answer == null) {
                throw new IllegalStateException("BILL-0703 access could not be read", failure);
            }
            return answer;
        }
    }

    private final Supplier<Source<Q, A>> opening;
    private List<Waiting<Q, A>> waiting = new ArrayList<>();
    private boolean reading;

    /** @param opening opens what is read from */
    SharedRead(Supplier<Source<Q, A>> opening) {
        this.opening = opening;
    }

    /** The answer, from a read that begins after this call; fails if that fails. */
    A ask(Q question) {
        Waiting<Q, A> mine = new Waiting<>(question);
        synchronized (this) {
            waiting.add(mine);
            if (!reading) {
                reading = true;
                mine.leads = true;
            }
        }
        mine.await();
        if (mine.leads) {
            lead();
        }
        return mine.result();
    }

    private void lead() {
        List<Waiting<Q, A>> all = List.of();
        try (Source<Q, A> source = opening.get()) {
            all = take();
            for (int reads = 1; !all.isEmpty(); reads++) {
                answer(all, source);
                all = reads < MOST_READS ? take() : List.of();
            }
        } catch (RuntimeException | Error failed) {
            List<Waiting<Q, A>> unlucky = all.isEmpty() ? take() : all;
            unlucky.forEach(one -> one.finish(null, failed));
        } finally {
            passOn();
        }
    }

    private void answer(List<Waiting<Q, A>> all, Source<Q, A> source) {
        Set<Q> questions = new HashSet<>();
        all.forEach(one -> questions.add(one.question));
        Map<Q, A> answers = source.read(questions);
        all.forEach(one -> one.finish(answers.get(one.question), null));
    }

    private synchronized List<Waiting<Q, A>> take() {
        List<Waiting<Q, A>> all = waiting;
        waiting = new ArrayList<>();
        return all;
    }

    /** Somebody who came meanwhile reads next. */
    private synchronized void passOn() {
        if (waiting.isEmpty()) {
            reading = false;
        } else {
            waiting.get(0).lead();
        }
    }
}
