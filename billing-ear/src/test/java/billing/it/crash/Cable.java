package billing.it.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The network between the application and its database, which can be cut in more than one way. */
final class Cable implements AutoCloseable {

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

    private final ServerSocket near;
    private final int far;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean cutAfterCommit = new AtomicBoolean();
    private volatile boolean swallowing;

    /** To a port of this machine. */
    Cable(int far) {
        this.far = far;
        try {
            near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start("cable", this::accept);
    }

    /** A database at the other end. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + near.getLocalPort() + "/" + database;
    }

    /** Every connection ends at once, as when a firewall loses its memory. */
    void reset() {
        links.forEach(Link::reset);
    }

    /** Nothing arrives any more, and nobody is told; until it is {@link #restore restored}. */
    void swallow() {
        swallowing = true;
    }

    void restore() {
        swallowing = false;
    }

    /** The next commit reaches the database, and its answer never reaches the application. */
    void cutAfterCommit() {
        cutAfterCommit.set(true);
    }

    /** Whether that is still to happen. */
    boolean isWaitingForCommit() {
        return cutAfterCommit.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket application = near.accept();
                Link link = new Link(application, new Socket(InetAddress.getLoopbackAddress(), far));
                links.add(link);
                start("to the database", link::there);
                start("to the application", link::back);
            }
        } catch (IOException closed) {
            close();
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            near.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        reset();
    }

    /** One connection of the application, and its continuation to the database. */
    private final class Link {
        private final Socket application;
        private final Socket database;
        private volatile boolean doomed;

        Link(Socket application, Socket database) {
            this.application = application;
            this.database = database;
        }

        void there() {
            pump(application, database);
        }

        void back() {
            pump(database, application);
        }

        private void pump(Socket from, Socket to) {
            byte[] bytes = new byte[64 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    waitWhileSwallowing();
                    if (from == database && doomed) {
                        break;
                    }
                    doomIfCommit(from, bytes, count);
                    out.write(bytes, 0, count);
                }
            } catch (IOException cut) {
                // ends below, as any other
            }
            reset();
        }

        /** Marked before the commit goes on its way, so that its answer can't be faster. */
        private void doomIfCommit(Socket from, byte[] bytes, int count) {
            boolean commits = from == application
                    && cutAfterCommit.get()
                    && new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
            if (commits && cutAfterCommit.compareAndSet(true, false)) {
                doomed = true;
            }
        }

        private void waitWhileSwallowing() {
            while (swallowing) {
                LockSupport.parkNanos(LOOK_AGAIN);
            }
        }

        void reset() {
            links.remove(this);
            reset(application);
            reset(database);
        }

        /** Somebody else may hang up at the same moment, which is as good. */
        private void reset(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (SocketException closedMeanwhile) {
                // nothing is left to reset
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
