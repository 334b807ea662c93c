package billing.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes a body off the wire: no more than is allowed, whatever the headers promise, and only as UTF-8. */
public final class Bodies {
    /** The most bytes that a body may have. */
    public static final int MAX_BYTES = 1 << 20;

    private Bodies() {}

    /** @throws ProblemException {@code BODY_TOO_LARGE}; {@code MALFORMED_JSON} if it is no UTF-8 */
    public static String read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
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
