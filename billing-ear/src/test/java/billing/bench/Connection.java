package billing.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection that is kept open and used by one thread. It does as little as HTTP/1.1 allows, because the load shares
 * its processors with what it measures: a general client would take more of them than the product does.
 */
@SuppressWarnings("NullAway.Init")
final class Connection implements Closeable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final InetSocketAddress server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private byte[] answer = new byte[16 * 1024];
    private int read;
    private int bodyStart;
    private int bodyEnd;

    Connection(URI server) throws IOException {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        open();
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server, PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends a whole request and reads the whole answer; gives its status. */
    int send(byte[] request, int length) throws IOException {
        out.write(request, 0, length);
        read = 0;
        int headEnd = readHead();
        String head = new String(answer, 0, headEnd, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int status = Integer.parseInt(head.substring(9, 12));
        readBody(head, headEnd);
        if (head.contains("\r\nconnection: close")) {
            socket.close();
            open();
        }
        return status;
    }

    /** The answer's body, as it came. */
    String body() {
        return new String(answer, bodyStart, bodyEnd - bodyStart, StandardCharsets.UTF_8);
    }

    private int readHead() throws IOException {
        int searched = 0;
        while (true) {
            more();
            for (int i = Math.max(3, searched); i < read; i++) {
                if (answer[i] == '\n' && answer[i - 2] == '\n') {
                    return i + 1;
                }
            }
            searched = read;
        }
    }

    private void readBody(String head, int start) throws IOException {
        bodyStart = start;
        if (head.contains("\r\ntransfer-encoding: chunked")) {
            readChunks(start);
            return;
        }
        bodyEnd = start + contentLength(head);
        while (read < bodyEnd) {
            more();
        }
    }

    private static int contentLength(String head) {
        String name = "\r\ncontent-length:";
        int at = head.indexOf(name);
        return at < 0
                ? 0
                : Integer.parseInt(head.substring(at + name.length(), head.indexOf('\r', at + name.length()))
                        .strip());
    }

    /** Moves the chunks together, so that the body is in one piece. */
    private void readChunks(int start) throws IOException {
        int from = start;
        bodyEnd = start;
        while (true) {
            int lineEnd = lineEnd(from);
            int size =
                    Integer.parseInt(new String(answer, from, lineEnd - from, StandardCharsets.ISO_8859_1).strip(), 16);
            int next = lineEnd + 1 + size + 2;
            while (read < next) {
                more();
            }
            System.arraycopy(answer, lineEnd + 1, answer, bodyEnd, size);
            bodyEnd += size;
            from = next;
            if (size == 0) {
                return;
            }
        }
    }

    private int lineEnd(int from) throws IOException {
        int at = from;
        while (true) {
            while (read <= at) {
                more();
            }
            if (answer[at] == '\n') {
                return at;
            }
            at++;
        }
    }

    private void more() throws IOException {
        if (read == answer.length) {
            answer = Arrays.copyOf(answer, 2 * answer.length);
        }
        int count = in.read(answer, read, answer.length - read);
        if (count < 0) {
            throw new EOFException("The server closed the connection");
        }
        read += count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
