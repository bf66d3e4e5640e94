/**
 * Language models that run beside a test and speak the protocols of the real ones, strictly. Start at
 * {@link io.csm.adapter.llm.stub.ChatCompletionsStub}.
 */
package io.csm.adapter.llm.stub;
