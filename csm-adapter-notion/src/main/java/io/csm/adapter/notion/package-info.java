/**
 * Notion as a place where CSM reads signals and writes results. For now it holds what an installation is told about its
 * workspace. Start at {@link io.csm.adapter.notion.NotionSettings}.
 */
package io.csm.adapter.notion;
