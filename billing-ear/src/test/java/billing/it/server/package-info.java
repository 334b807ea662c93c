/**
 * The servers that the shipped archives are proven on. Each is unpacked as its makers ship it, set up with the very
 * scripts that the README names, and gets one archive once for all tests of a run.
 */
@NullMarked
package billing.it.server;

import org.jspecify.annotations.NullMarked;
