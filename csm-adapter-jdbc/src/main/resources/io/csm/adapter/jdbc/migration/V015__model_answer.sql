-- What language models answered, for audit. The account stands by its id: an answer is kept also when the account is not.
create table csm.model_answer (
    tenant_id     text collate "C" not null,
    answer_no     bigint           not null generated always as identity,
    asked_at      timestamptz      not null,
    purpose       text             not null,
    account_id    text collate "C" not null,
    model         text             not null,
    answer        text             not null,
    outcome       text collate "C" not null,
    problem       text,
    input_tokens  bigint           not null,
    output_tokens bigint           not null,
    cost          numeric,
    primary key (tenant_id, answer_no),
    check (outcome in ('used', 'asked_again', 'rejected', 'failed'))
);
create index model_answer_by_time on csm.model_answer (tenant_id, asked_at);
create index model_answer_by_account on csm.model_answer (tenant_id, account_id, asked_at desc, answer_no desc);
select csm.isolate_tenants('csm.model_answer');
