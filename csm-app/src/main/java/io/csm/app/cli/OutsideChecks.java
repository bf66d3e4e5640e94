package io.csm.app.cli;

import io.csm.adapter.llm.LlmAdapter;
import io.csm.adapter.notion.NotionAdapter;
import io.csm.app.channel.ChatChannel;
import io.csm.app.channel.WebhookChannel;
import io.csm.app.config.CsmSettings;
import io.csm.app.mail.ImapDraftBox;
import io.csm.application.memory.InMemoryPorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks each system outside whether it answers. */
final class OutsideChecks {

    /**
     * What can be asked of one system.
     *
     * @param what its name
     * @param hint how to connect it, where it is not
     * @param question asks it; empty when it is not connected
     * @param off parts of it that are switched off, one sentence each
     */
    record Check(String what, String hint, Optional<Question> question, List<String> off) {}

    /** Asks, and answers in a sentence, or throws. */
    interface Question {
        String ask();
    }

    private OutsideChecks() {}

    static List<Check> of(CsmSettings settings, Clock clock) {
        List<Check> checks = new ArrayList<>();
        boolean hasNotion = settings.notion().isConfigured();
        checks.add(new Check(
                "notion",
                "NOTION_TOKEN and NOTION_DATABASE_ID connect it",
                hasNotion ? Optional.of(() -> notion(settings, clock)) : Optional.empty(),
                hasNotion ? settings.notion().partsOff() : List.of()));
        checks.add(new Check(
                "llm",
                "texts are written by rules; OPENAI_API_KEY and OPENAI_MODEL connect it",
                settings.llm().isConfigured() ? Optional.of(() -> llm(settings, clock)) : Optional.empty(),
                List.of()));
        checks.add(new Check(
                "drafts",
                "mail.url, mail.user and CSM_MAIL_PASSWORD connect a mailbox",
                settings.mail().map(mail -> () -> new ImapDraftBox(mail).check()),
                List.of()));
        checks.add(new Check(
                "chat",
                "CSM_CHAT_WEBHOOK_URL connects it",
                ChatChannel.of(settings.chat(), new InMemoryPorts().chatThreads(), clock)
                        .map(chat -> chat::check),
                List.of()));
        List<WebhookChannel> webhooks = WebhookChannel.all(settings.webhooks(), clock);
        if (webhooks.isEmpty()) {
            checks.add(new Check("webhooks", "webhooks.NAME.url connects a subscriber", Optional.empty(), List.of()));
        }
        webhooks.forEach(webhook -> checks.add(new Check(webhook.name(), "", Optional.of(webhook::check), List.of())));
        return checks;
    }

    private static String notion(CsmSettings settings, Clock clock) {
        try (NotionAdapter notion = NotionAdapter.connect(settings.notion(), clock)) {
            return notion.check();
        }
    }

    private static String llm(CsmSettings settings, Clock clock) {
        try (LlmAdapter llm = LlmAdapter.connect(settings.llm(), new InMemoryPorts().modelJournal(), clock)) {
            return llm.check();
        }
    }
}
