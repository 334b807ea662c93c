package billing.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes a body off the wire: no more than is allowed, whatever the headers promise, and only as UTF-8. */
public final class Bodies {
    private static final System.Logger LOG = System.getLogger(Bodies.class.getName());

    /** The most bytes that a body may have. */
    public static final int MAX_BYTES = 1 << 20;

    /** The most bytes of a refused body that are taken before it is answered. */
    static final long MAX_DRAINED = 8L << 20;

    private static final int DRAIN_BUFFER = 1 << 14;

    private Bodies() {}

    /**
     * Takes what else comes, up to a bound, and forgets it: who is still sending when the connection closes may never
     * see the answer.
     */
    static void drain(InputStream in) {
        byte[] buffer = new byte[DRAIN_BUFFER];
        long drained = 0;
        try {
            int read = in.read(buffer);
            while (read >= 0 && drained < MAX_DRAINED) {
                drained += read;
                read = in.read(buffer);
            }
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a refused body was not sent to its end", gone);
        }
    }

    /** A body that stalls or breaks off is the sender's matter. */
    private static byte[] receive(InputStream in, int most) {
        try {
            return in.readNBytes(most + 1);
        } catch (IOException stalled) {
            LOG.log(Level.DEBUG, "a body did not arrive", stalled);
            throw Problem.of(ProblemCode.BODY_INCOMPLETE).asException();
        }
    }

    /** @throws ProblemException {@code BODY_TOO_LARGE}; {@code MALFORMED_JSON} if it is no UTF-8 */
    public static String read(InputStream in) throws IOException {
        return read(in, MAX_BYTES);
    }

    /** The same with another bound. */
    public static String read(InputStream in, int most) throws IOException {
        byte[] bytes = receive(in, most);
        if (bytes.length > most) {
            drain(in);
            throw Problem.of(ProblemCode.BODY_TOO_LARGE).asException();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw StrictJson.malformed("json.utf8");
        }
    }
}
