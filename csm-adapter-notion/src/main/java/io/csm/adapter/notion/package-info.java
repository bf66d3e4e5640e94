/**
 * Notion as a place where CSM reads what people keep about accounts and writes what it found. Everything goes through one
 * {@code Courier}, which keeps to the limits of Notion; what a page says is rendered by pure functions in
 * {@code PageText}. Start at {@link io.csm.adapter.notion.NotionAdapter}.
 */
package io.csm.adapter.notion;
