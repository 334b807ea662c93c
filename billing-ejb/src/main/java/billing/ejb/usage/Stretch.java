package billing.ejb.usage;

/**
 * In which of an account's batches the events of some days can be.
 *
 * @param rolled the newest batch that is rolled up; those after it can hold any day
 * @param first the first of the rolled ones that can hold them
 * @param last the last of them, less than the first if there are none
 */
record Stretch(long rolled, long first, long last) {
    /** An account of which nothing is rolled up. */
    static final Stretch ANY = new Stretch(0, 1, 0);
}
