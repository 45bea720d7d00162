/** Offers, agreements and their history. The row of an agreement is the fold of its history; what is signed is never updated. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'PROPOSED', 'RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', 'SIGNED', 'ACTIVE', 'SUSPENDED',
  'ENDING', 'ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'`;
const ROLES = `'RESIDENCE_AUTHORITY', 'FORMAL_EMPLOYER', 'PLACING_COMPANY', 'RECEIVING_COMPANY', 'HIRER', 'SUPERVISING_ORGANISATION'`;

export class AgreementTables1 implements MigrationInterface {
  readonly name = 'AgreementTables1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await createOffers(runner);
    await createAgreements(runner);
    await createTerms(runner);
    await runner.query(`
      create table agreement_history (
        agreement uuid not null references agreement (id), revision integer not null, version integer not null, event jsonb not null,
        at timestamptz not null, business_date date not null, actor_subject text, actor_body text,
        primary key (agreement, revision))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table agreement_history, acceptance, agreement_party, terms_version, agreement, offer_workplace, offer');
  }
}

async function createOffers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table offer (
      id uuid primary key, revision integer not null, profile uuid not null unique, person text not null, recorded_by text not null,
      recorded_on date not null, channel text not null check (channel in ('CONVERSATION', 'LETTER', 'HOME_VISIT')),
      choice text check (choice in ('YES', 'NO', 'TALK_TO_ME')), chosen text, chosen_on date check (chosen_on >= recorded_on),
      representative text, check ((chosen is not null) = (choice is not distinct from 'YES')))`);
  await runner.query('create index offer_person on offer (person, recorded_on)');
  await runner.query(`
    create table offer_workplace (
      offer uuid not null references offer (id), position integer not null, workplace text not null, primary key (offer, position))`);
}

async function createAgreements(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table agreement (
      id uuid primary key, version integer not null, revision integer not null, state text not null check (state in (${STATES})),
      person text not null, profile uuid not null, offer uuid not null references offer (id), terms_version integer not null,
      placing_body text not null, receiving_body text not null, workplace text not null,
      from_date date not null, until_date date, hours_per_week numeric not null,
      worker jsonb, expires_on date not null, ends_on date, holding boolean not null, decided boolean not null,
      drafted integer not null default 1,
      seq bigint generated always as identity unique, check (until_date >= from_date))`);
  await runner.query('create index agreement_person on agreement (person)');
  await runner.query('create index agreement_state on agreement (state, from_date)');
  await runner.query(`
    create unique index agreement_one_per_offer on agreement (offer)
    where state not in ('ENDED', 'REJECTED', 'WITHDRAWN', 'LAPSED')`);
}

async function createTerms(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table terms_version (
      agreement uuid not null references agreement (id), number integer not null, hash text not null, terms jsonb not null, facts jsonb not null,
      proposed_by text not null, proposed_at timestamptz not null, primary key (agreement, number))`);
  await runner.query(`
    create table agreement_party (
      agreement uuid not null, terms_version integer not null, role text not null check (role in (${ROLES})), position integer not null,
      acting_body text not null, on_behalf_of text not null, basis text not null, authority_until date,
      primary key (agreement, terms_version, role), foreign key (agreement, terms_version) references terms_version (agreement, number))`);
  await runner.query('create index agreement_party_body on agreement_party (acting_body, agreement)');
  await runner.query(`
    create table acceptance (
      agreement uuid not null, role text not null, revision integer not null, terms_version integer not null, acting_body text not null,
      accepted_at timestamptz not null, signature text not null, voided_by integer,
      primary key (agreement, role, revision), foreign key (agreement, terms_version, role) references agreement_party (agreement, terms_version, role))`);
  await runner.query('create unique index acceptance_one_valid on acceptance (agreement, role) where voided_by is null');
}
