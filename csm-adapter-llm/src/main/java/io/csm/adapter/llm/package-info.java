/**
 * Language models as writers of prose, never as deciders. A model is told the facts of one account, redacted; what it
 * answers is checked against a schema and against those facts, and the rules write where it fails. Start at
 * {@link io.csm.adapter.llm.LlmAdapter}.
 */
package io.csm.adapter.llm;
