package io.csm.adapter.notion;

import java.util.ArrayList;
import java.util.List;
import notion.api.v1.model.blocks.Block;
import notion.api.v1.model.blocks.BulletedListItemBlock;
import notion.api.v1.model.blocks.CalloutBlock;
import notion.api.v1.model.blocks.HeadingTwoBlock;
import notion.api.v1.model.blocks.ParagraphBlock;
import notion.api.v1.model.common.BlockColor;
import notion.api.v1.model.pages.PageProperty.RichText;

/**
 * One block of a page, small enough for Notion.
 *
 * @param kind what it is
 * @param text without marks, at most {@value #LONGEST_TEXT} characters
 * @param colour of a callout; otherwise none
 */
record PageBlock(Kind kind, String text, Colour colour) {

    /**
     * Notion takes 100 rich texts of 2,000 characters; a quarter of it keeps any block below 500 KB, even when each
     * character takes six bytes.
     */
    static final int LONGEST_TEXT = 50_000;

    enum Kind {
        HEADING("heading_2"),
        PARAGRAPH("paragraph"),
        BULLET("bulleted_list_item"),
        CALLOUT("callout");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** Notion's word. */
        String type() {
            return type;
        }
    }

    enum Colour {
        NONE(BlockColor.Default),
        GREEN(BlockColor.GreenBackground),
        YELLOW(BlockColor.YellowBackground),
        RED(BlockColor.RedBackground);

        private final BlockColor color;

        Colour(BlockColor color) {
            this.color = color;
        }

        /** Notion's word. */
        String value() {
            return color.getValue();
        }
    }

    /** The blocks that hold that text: none when it is blank, several when it is too long for one. */
    static List<PageBlock> of(Kind kind, String text, Colour colour) {
        String clean = Texts.clean(text);
        if (clean.isEmpty()) {
            return List.of();
        }
        return Texts.pieces(clean, LONGEST_TEXT).stream()
                .map(piece -> new PageBlock(kind, piece, colour))
                .toList();
    }

    static List<PageBlock> of(Kind kind, String text) {
        return of(kind, text, Colour.NONE);
    }

    static List<PageBlock> bullets(List<String> texts) {
        List<PageBlock> bullets = new ArrayList<>();
        texts.forEach(text -> bullets.addAll(of(Kind.BULLET, text)));
        return bullets;
    }

    /** How many bytes it takes in a request, at most. */
    int bytes() {
        return Texts.bytes(text) + 200 * (1 + text.length() / Texts.LONGEST_RICH_TEXT);
    }

    /** Without the id that the SDK makes up, which Notion's own schema of bodies does not allow. */
    Block toNotion() {
        Block block = block(Texts.rich(text));
        block.setId(null);
        return block;
    }

    private Block block(List<RichText> texts) {
        return switch (kind) {
            case HEADING -> new HeadingTwoBlock(new HeadingTwoBlock.Element(texts, null, null, null));
            case PARAGRAPH -> new ParagraphBlock(new ParagraphBlock.Element(texts));
            case BULLET -> new BulletedListItemBlock(new BulletedListItemBlock.Element(texts));
            case CALLOUT ->
                new CalloutBlock(
                        new CalloutBlock.Element(texts, null, colour.color),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        };
    }
}
