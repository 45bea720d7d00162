/** What every body's database holds when all is quiet: the second half of what the checker judges. Read as the superuser, changed never. */
import { Client } from 'pg';
import type { RunningStack } from '../../local/stack.js';
import { readHoldings, type Ask, type Holdings } from './holdings.js';
import { COMPANY_NAMES, SERVICE_NAMES } from './rig.js';

export interface AgreementKept {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly revision: number;
  readonly termsVersion: number;
  readonly termsHash: string;
  /** Service of the company that places, and of the one that receives. */
  readonly placing: string;
  readonly receiving: string;
  readonly workplace: string;
  readonly holding: boolean;
  readonly decided: boolean;
  readonly offer: string;
}

export interface HistoryKept {
  readonly agreement: string;
  readonly revision: number;
  readonly version: number;
  readonly type: string;
  readonly decision: string | null;
  readonly termsVersion: number | null;
  /** Null for a step of the coordinator. */
  readonly actor: string | null;
}

export interface PartyKept {
  readonly agreement: string;
  readonly role: string;
  readonly body: string;
  /** A valid acceptance of the terms on the table. */
  readonly accepted: boolean;
}

/** One row of an inbox: a command that took effect, with what came of it. */
export interface CommandKept {
  readonly actor: string;
  readonly command: string;
  readonly kind: string | null;
  readonly id: string | null;
  readonly code: string | null;
}

export interface Post {
  readonly waiting: number;
  readonly parked: number;
}

export interface AuditKept {
  readonly seq: number;
  readonly actor: string;
  readonly command: string | null;
  readonly prev: string;
  readonly hash: string;
}

export interface CompanyKept extends Holdings {
  readonly service: string;
  /** What it signed: agreement, terms version and hash. */
  readonly signed: readonly { readonly agreement: string; readonly termsVersion: number; readonly termsHash: string }[];
  readonly shared: readonly string[];
}

export interface Bodies {
  readonly agreements: readonly AgreementKept[];
  readonly history: readonly HistoryKept[];
  readonly parties: readonly PartyKept[];
  readonly offers: readonly string[];
  readonly companies: readonly CompanyKept[];
  readonly inboxes: Readonly<Record<string, readonly CommandKept[]>>;
  readonly posts: Readonly<Record<string, Post>>;
  /** Null while a body keeps no audit chain. */
  readonly audits: Readonly<Record<string, readonly AuditKept[] | null>>;
}

const AGREEMENTS = `select a.id, a.state, a.version, a.revision, a.terms_version as "termsVersion", t.hash as "termsHash", a.placing_body as placing,
  a.receiving_body as receiving, a.workplace, a.holding, a.decided, a.offer
  from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version`;
const HISTORY = `select agreement, revision, version, event->>'type' as type, event->>'decision' as decision, (event->'terms'->>'number')::int as "termsVersion",
  actor_subject as actor from agreement_history order by agreement, revision`;
const PARTIES = `select p.agreement, p.role, p.acting_body as body, exists (
  select from acceptance c where c.agreement = p.agreement and c.role = p.role and c.terms_version = p.terms_version and c.acting_body = p.acting_body and c.voided_by is null) as accepted
  from agreement_party p join agreement a on a.id = p.agreement and a.terms_version = p.terms_version`;
const INBOX = `select actor, command_id as command, outcome->>'kind' as kind, outcome->>'id' as id, outcome->>'code' as code from inbox`;
const POST = `select count(*) filter (where parked_at is null)::int as waiting, count(parked_at)::int as parked from outbox where delivered_at is null`;
const SIGNED = `select agreement, terms_version as "termsVersion", terms_hash as "termsHash" from acceptance`;
const AUDIT = `select seq::int, actor, command_id as command, prev, hash from audit order by seq`;

export async function readBodies(stack: RunningStack): Promise<Bodies> {
  const reads = await Promise.all(SERVICE_NAMES.map((name) => asking(stack, name, async (ask) => readOne(name, ask))));
  const each = <T>(of: (one: OneBody) => T): Record<string, T> => Object.fromEntries(reads.map((one) => [one.name, of(one)]));
  const own = await asking(stack, 'reintegration', readNegotiation);
  const companies = reads.flatMap(({ company }) => company ?? []);
  return { ...own, companies, inboxes: each((one) => one.inbox), posts: each((one) => one.post), audits: each((one) => one.audit) };
}

/** Quick look: agreements that the coordinator must still bring on, and messages on their way. */
export async function unsettled(stack: RunningStack): Promise<{ readonly agreements: number; readonly messages: number }> {
  const posts = await Promise.all(SERVICE_NAMES.map((name) => asking(stack, name, async (ask) => (await ask<Post>(POST))[0]?.waiting ?? 0)));
  const agreements = await asking(stack, 'reintegration', async (ask) => (await ask<{ count: number }>(UNSETTLED))[0]?.count ?? 0);
  return { agreements, messages: posts.reduce((sum, one) => sum + one, 0) };
}

const UNSETTLED = `select count(*)::int as count from agreement where state in ('RESERVING', 'WORKER_AGREED', 'COMMITTING')`;

interface OneBody {
  readonly name: string;
  readonly inbox: readonly CommandKept[];
  readonly post: Post;
  readonly audit: readonly AuditKept[] | null;
  readonly company: CompanyKept | null;
}

async function readOne(name: string, ask: Ask): Promise<OneBody> {
  const inbox = await ask<CommandKept>(INBOX);
  const [post = { waiting: 0, parked: 0 }] = await ask<Post>(POST);
  const [there] = await ask<{ audit: boolean }>(`select to_regclass('audit') is not null as audit`);
  const audit = there?.audit ? await ask<AuditKept>(AUDIT) : null;
  return { name, inbox, post, audit, company: COMPANY_NAMES.includes(name) ? await readCompany(name, ask) : null };
}

async function readCompany(service: string, ask: Ask): Promise<CompanyKept> {
  const shared = await ask<{ agreement: string }>('select distinct agreement from employment_share');
  return { service, ...(await readHoldings(service, ask)), signed: await ask(SIGNED), shared: shared.map(({ agreement }) => agreement) };
}

async function readNegotiation(ask: Ask): Promise<Pick<Bodies, 'agreements' | 'history' | 'parties' | 'offers'>> {
  const [agreements, history, parties, offers] = [await ask<AgreementKept>(AGREEMENTS), await ask<HistoryKept>(HISTORY), await ask<PartyKept>(PARTIES), await ask<{ id: string }>('select id from offer')];
  return { agreements, history, parties, offers: offers.map(({ id }) => id) };
}

async function asking<T>(stack: RunningStack, service: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: stack.adminUrl(service) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(async <R>(sql: string) => (await client.query(sql)).rows as R[]);
  } finally {
    await client.end();
  }
}
