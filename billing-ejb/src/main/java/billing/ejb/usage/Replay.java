package billing.ejb.usage;

/**
 * What became of events that were sent again from the desk.
 *
 * @param recorded in the books now, or found there; they have left the desk
 * @param refused refused again, with the reason that the desk shows now
 * @param unreadable not understood, so that only the platform can send them again
 */
public record Replay(int recorded, int refused, int unreadable) {}
