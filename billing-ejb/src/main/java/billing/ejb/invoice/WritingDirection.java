package billing.ejb.invoice;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.List;
import java.util.stream.IntStream;

/** Hebrew and Arabic run from right to left: the renderer asks where, and has the JDK's answer. */
final class WritingDirection implements BidiSplitter {
    private List<BidiTextRun> runs = List.of();

    @Override
    public void setParagraph(String text, byte direction) {
        Bidi bidi = new Bidi(text, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        runs = IntStream.range(0, bidi.getRunCount())
                .mapToObj(run -> run(bidi, run))
                .toList();
    }

    private static BidiTextRun run(Bidi bidi, int run) {
        int start = bidi.getRunStart(run);
        return new BidiTextRun(start, bidi.getRunLimit(run) - start, isRightToLeft(bidi.getRunLevel(run)) ? RTL : LTR);
    }

    private static boolean isRightToLeft(int level) {
        return level % 2 != 0;
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        return runs.get(run);
    }

    @Override
    public byte getBaseDirection(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return bidi.baseIsLeftToRight() ? LTR : RTL;
    }

    /** Turns what runs from right to left around, for the renderer draws from left to right. */
    static final class Reversal implements BidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String text) {
            return new StringBuilder(text).reverse().toString();
        }

        /** Letters keep the form that they have alone: joined forms would need a shaping engine. */
        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
