package io.csm.adapter.jdbc.badexample;

import io.csm.adapter.llm.badexample.PublicNarrator;

public final class NamesTheLlmAdapter {
    PublicNarrator narrator = new PublicNarrator();
}
