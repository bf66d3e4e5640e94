package io.csm.application.contract;

import io.csm.application.directory.DirectoryAccount;
import io.csm.application.directory.HealthRecord;
import io.csm.application.directory.port.DirectoryRefused;
import io.csm.application.directory.port.RecordBook;
import io.csm.domain.account.AccountId;
import io.csm.domain.expansion.Opportunity;
import io.csm.domain.qbr.Qbr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what is written into the workspace, in its order, and fails when it is told to. */
public final class RecordingBook implements RecordBook {

    private final List<String> pages = new ArrayList<>();
    private final List<HealthRecord> health = new ArrayList<>();
    private final List<HealthRecord> records = new ArrayList<>();
    private final List<Qbr> qbrs = new ArrayList<>();
    private final List<Opportunity> opportunities = new ArrayList<>();
    private final List<String> refusing = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    /** Whatever is written next fails so. */
    public void failWith(RuntimeException how) {
        failure = Optional.of(how);
    }

    /** That page cannot be changed. */
    public void refuse(String page) {
        refusing.add(page);
    }

    /** The pages whose health was updated. */
    public List<String> pages() {
        return pages;
    }

    /** What was written onto them. */
    public List<HealthRecord> health() {
        return health;
    }

    public List<HealthRecord> records() {
        return records;
    }

    public List<Qbr> qbrs() {
        return qbrs;
    }

    public List<Opportunity> opportunities() {
        return opportunities;
    }

    private void write() {
        failure.ifPresent(how -> {
            throw how;
        });
    }

    @Override
    public void updateHealth(DirectoryAccount account, HealthRecord record) {
        write();
        if (refusing.contains(account.page())) {
            throw new DirectoryRefused("the page is archived");
        }
        if (!account.account().equals(record.account())) {
            throw new AssertionError(record + " is not for the page of " + account);
        }
        pages.add(account.page());
        health.add(record);
    }

    @Override
    public Optional<String> addHealthRecord(HealthRecord record) {
        write();
        records.add(record);
        return Optional.of("record " + records.size());
    }

    @Override
    public Optional<HealthRecord> latestHealthRecord(AccountId account) {
        throw new AssertionError("nobody needs to look for the latest health record");
    }

    @Override
    public Optional<String> saveQbr(Qbr qbr) {
        write();
        qbrs.add(qbr);
        return Optional.of(qbr.key());
    }

    @Override
    public Optional<String> saveOpportunity(Opportunity opportunity, String accountName) {
        write();
        opportunities.add(opportunity);
        pages.add(accountName);
        return Optional.of("opportunity " + opportunities.size());
    }
}
