/**
 * The sandbox: a gateway that speaks Stripe's protocol, and a clock that can be moved. Absent in production.
 *
 * <p>{@link billing.ejb.sandbox.GatewaySimulator} is an HTTP server on loopback with threads of its own, so that the
 * application never waits for itself and the code that runs in the demo is the code that charges real cards. Decided
 * here:
 *
 * <ul>
 *   <li>It keeps everything in {@code sandbox_…} tables, each request in one transaction of its own, so it survives
 *       kill -9 and several nodes can share its memory. An effect, its stored answer and its notices commit together.
 *   <li>No connection is held while an answer is withheld or a notice is on its way.
 *   <li>Objects are kept as the JSON that Stripe's API of the version {@code Stripe.API_VERSION} answers. What Stripe
 *       never shows (the behaviour of a test card, when something falls due) stands in columns beside it. Card numbers
 *       are never kept: a number is only a way to choose a {@link billing.ejb.sandbox.TestCard}.
 *   <li>Time is the injected clock, except for the patience of the network (retries of notices, withheld answers).
 * </ul>
 */
@NullMarked
package billing.ejb.sandbox;

import org.jspecify.annotations.NullMarked;
