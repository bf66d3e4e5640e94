package io.csm.app.qbr;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Lets Hebrew in a PDF run from right to left, by what Java itself knows about it. */
final class RightToLeft implements BidiSplitter, BidiReorderer {

    private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    @Override
    public void setParagraph(String paragraph, byte direction) {
        bidi = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
        return bidi.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
        int start = bidi.getRunStart(index);
        byte direction = bidi.getRunLevel(index) % 2 == 0 ? LTR : RTL;
        return new BidiTextRun(start, bidi.getRunLimit(index) - start, direction);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return new StringBuilder(text).reverse().toString();
    }

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
