/**
 * Language models as writers of prose, never as deciders. For now it holds what an installation is told about its
 * model. Start at {@link io.csm.adapter.llm.LlmSettings}.
 */
package io.csm.adapter.llm;
