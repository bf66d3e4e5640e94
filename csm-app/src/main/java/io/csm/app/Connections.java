package io.csm.app;

import io.csm.adapter.llm.LlmAdapter;
import io.csm.adapter.notion.NotionAdapter;
import io.csm.app.channel.ChatChannel;
import io.csm.app.channel.WebhookChannel;
import io.csm.app.config.CsmSettings;
import io.csm.app.mail.ImapDraftBox;
import io.csm.application.CustomerSuccess;
import io.csm.application.delivery.Channels;
import io.csm.application.delivery.port.ChatThreads;
import io.csm.application.delivery.port.DeliveryChannel;
import io.csm.application.draft.DraftChannel;
import io.csm.application.narrative.RuleNarrator;
import io.csm.application.narrative.port.ModelJournal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is connected to the world outside, as far as the settings name it; nothing is asked before it is needed. */
final class Connections implements AutoCloseable {

    private final Optional<NotionAdapter> notion;
    private final LlmAdapter llm;
    private final List<DeliveryChannel> own;

    private Connections(Optional<NotionAdapter> notion, LlmAdapter llm, List<DeliveryChannel> own) {
        this.notion = notion;
        this.llm = llm;
        this.own = own;
    }

    static Connections open(CsmSettings settings, ModelJournal journal, ChatThreads threads, Clock clock) {
        List<DeliveryChannel> own = new ArrayList<>(WebhookChannel.all(settings.webhooks(), clock));
        settings.mail().map(mail -> new DraftChannel(new ImapDraftBox(mail))).ifPresent(own::add);
        ChatChannel.of(settings.chat(), threads, clock).ifPresent(own::add);
        Optional<NotionAdapter> notion = Optional.of(settings.notion())
                .filter(named -> named.isConfigured())
                .map(named -> NotionAdapter.connect(named, clock));
        return new Connections(notion, LlmAdapter.connect(settings.llm(), journal, clock), own);
    }

    /** The use cases with everything that is connected. */
    CustomerSuccess connect(CustomerSuccess csm, CsmSettings settings) {
        List<String> names =
                new ArrayList<>(own.stream().map(DeliveryChannel::name).toList());
        if (notion.isPresent()) {
            names.add(Channels.WORKSPACE);
        }
        Channels channels = new Channels(names).withWorkspaceOf(settings.workspaceOf());
        CustomerSuccess connected = csm.withAgentSettings(settings.agent().withChannels(channels))
                .withNarrator(llm.narrator(new RuleNarrator()));
        return notion.map(workspace -> connected.withWorkspace(workspace.directory(), workspace.records()))
                .orElse(connected);
    }

    /** The channels of those use cases. */
    List<DeliveryChannel> channels(CustomerSuccess connected) {
        List<DeliveryChannel> all = new ArrayList<>(own);
        connected.agent().workspaceChannel().ifPresent(all::add);
        return List.copyOf(all);
    }

    @Override
    public void close() {
        llm.close();
        notion.ifPresent(NotionAdapter::close);
    }
}
