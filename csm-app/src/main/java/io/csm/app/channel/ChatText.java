package io.csm.app.channel;

/** Texts as a chat shows them. */
final class ChatText {

    /** Nobody reads more in a chat; Slack would take 40,000. */
    static final int LONGEST = 3_000;

    private ChatText() {}

    /**
     * The text, cut when it is long, with what the chat would take for a command or a mention of everybody as plain
     * characters: the names of accounts are written by others.
     */
    static String of(String text) {
        return cut(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "\n(cut here; " + (length - LONGEST)
                + " more characters are in CSM)";
    }
}
