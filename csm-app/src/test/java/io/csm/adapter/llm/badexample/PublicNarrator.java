package io.csm.adapter.llm.badexample;

public final class PublicNarrator {}
