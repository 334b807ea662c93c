/**
 * What all REST resources share: who calls, how a body is read, how a problem is told.
 *
 * <p>Decided here: bodies are read and written through JSON-P by hand. JSON-B ignores unknown properties and each server
 * brings another provider of it; a property that nobody reads is a misunderstanding about money, so it is refused, and
 * all mistakes of a body are told at once. Every refusal is a problem of RFC 9457 whose code is a constant of
 * {@link billing.web.api.ProblemCode} or the name of a decline, and whose text is in the bundle {@code problems}.
 *
 * <p>A thing that the caller may not see is answered exactly like a thing that does not exist.
 */
@NullMarked
package billing.web.api;

import org.jspecify.annotations.NullMarked;
