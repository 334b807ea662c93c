package billing.bench;

/** What a figure should come to. */
record Goal(double atLeast, double good, boolean lessIsBetter) {

    static Goal atLeast(double value, double good) {
        return new Goal(value, good, false);
    }

    static Goal atMost(double value, double good) {
        return new Goal(value, good, true);
    }

    String verdict(double value) {
        if (reaches(value, good)) {
            return "good";
        }
        return reaches(value, atLeast) ? "reached" : "MISSED";
    }

    private boolean reaches(double value, double mark) {
        return lessIsBetter ? value <= mark : value >= mark;
    }
}
