package io.csm.application.badexample;

import io.csm.adapter.llm.badexample.PublicNarrator;

public final class KnowsAnAdapter {
    PublicNarrator narrator = new PublicNarrator();
}
