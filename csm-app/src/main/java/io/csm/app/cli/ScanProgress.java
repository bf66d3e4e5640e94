package io.csm.app.cli;

import io.csm.application.health.ScanListener;
import io.csm.application.signal.RefusedRow;
import io.csm.domain.churn.AccountHealth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a scan as it goes, passes its results on, and remembers the worst accounts; asked to stop, it stops. */
final class ScanProgress implements ScanListener, AutoCloseable {

    private static final int WORST = 10;
    private static final Comparator<AccountHealth> WORST_FIRST = Comparator.comparing(AccountHealth::risk)
            .thenComparing(health -> health.score().value())
            .thenComparing(health -> health.score().snapshot().account());

    private final ScanOutput output;
    private final boolean storing;
    private final List<ProgressBar> bar = new ArrayList<>();
    private final PriorityQueue<AccountHealth> worst = new PriorityQueue<>(WORST_FIRST.reversed());
    private final AtomicBoolean cancelled = new AtomicBoolean();

    /** A bar for a person who watches; {@code total} accounts, or -1 when it is not known. */
    static ScanProgress ofStoring(Console console, long total, ScanOutput output) {
        return new ScanProgress(console, total, output, true);
    }

    /** Of scores that are only printed, and not worth computing when nobody reads them any more. */
    static ScanProgress ofPrinting(Console console, ScanOutput output) {
        return new ScanProgress(console, -1, output, false);
    }

    private ScanProgress(Console console, long total, ScanOutput output, boolean storing) {
        this.output = output;
        this.storing = storing;
        if (console.interactive()) {
            bar.add(new ProgressBarBuilder()
                    .setTaskName("scanning")
                    .setInitialMax(total)
                    .setUnit(" accounts", 1)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                    .build());
        }
    }

    void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get() || (!storing && output.isCutOff());
    }

    @Override
    public void onScored(AccountHealth health) {
        output.scored(health);
        if (health.shouldAlert()) {
            worst.add(health);
            if (worst.size() > WORST) {
                worst.poll();
            }
        }
    }

    @Override
    public void onRefused(RefusedRow row) {
        output.refused(row);
    }

    @Override
    public void onProgress(long scored, long refused) {
        bar.forEach(each -> each.stepTo(scored));
    }

    /** The accounts that need somebody, the worst first. */
    List<AccountHealth> worst() {
        return worst.stream().sorted(WORST_FIRST).toList();
    }

    @Override
    public void close() {
        bar.forEach(ProgressBar::close);
    }
}
