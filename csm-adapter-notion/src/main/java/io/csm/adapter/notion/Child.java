package io.csm.adapter.notion;

/**
 * A block that stands on a page.
 *
 * @param id by which it is deleted
 * @param type in Notion's word
 * @param text its text without marks
 * @param color in Notion's word
 */
record Child(String id, String type, String text, String color) {

    boolean says(PageBlock block) {
        return type.equals(block.kind().type())
                && text.equals(block.text())
                && color.equals(block.colour().value());
    }
}
