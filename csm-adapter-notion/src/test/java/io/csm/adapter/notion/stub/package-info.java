/**
 * A server that behaves like Notion as far as CSM uses it, and is as strict: for tests, and for trying out by hand. Start
 * at {@link io.csm.adapter.notion.stub.NotionStub}.
 */
package io.csm.adapter.notion.stub;
